import type { Deployment } from '@callboard/shared-types/deployments/deployments.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import type { SeenDeployment } from './seen-deployment.ts'
import type { SeenStage } from './seen-stage.ts'

/** A deployment, and which stages of its API run it. */
export const deploymentView = ({ id, label, by, createdMs }: SeenDeployment, stages: SeenStage[]): Deployment => ({
  id,
  label,
  by,
  createdAt: toInstant(createdMs),
  liveOn: stages.filter(({ config }) => config.deploymentId === id).map(({ name }) => name),
  canaryOn: stages.filter(({ config }) => config.canarySettings?.deploymentId === id).map(({ name }) => name),
})

/** What the id in a field of a plan stands for. */
export const deploymentNotes =
  (deployments: SeenDeployment[]) =>
  (field: string, value: string): string | undefined => {
    const found = field.endsWith('deploymentId') ? deployments.find(({ id }) => id === value) : undefined
    return found && nameOf(found)
  }

/** What people call a deployment. */
export const nameOf = ({ id, label, by }: SeenDeployment): string => (label ? `${label}${by ? `, by ${by}` : ''}` : id)
