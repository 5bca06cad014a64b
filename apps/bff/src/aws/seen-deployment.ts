import type { Deployment } from '@aws-sdk/client-api-gateway'

/** What AWS keeps of a deployment; who made it can only be in its description. */
export interface SeenDeployment {
  id: string
  /** As AWS has it. */
  description: string
  label: string | null
  by: string | null
  createdMs: number
}

/** Who deployed, from descriptions such as `checkout 2.14, by mara`. */
function authorOf(description: string | undefined): { label: string | null; by: string | null } {
  const [, label, by] = /^(.*?)(?:,\s*by\s+([^,]+))?$/s.exec(description?.trim() ?? '') ?? []
  return { label: label?.trim() || null, by: by?.trim() || null }
}

export const seenDeployment = (deployment: Deployment): SeenDeployment => ({
  id: deployment.id ?? '',
  description: deployment.description ?? '',
  ...authorOf(deployment.description),
  createdMs: deployment.createdDate?.getTime() ?? 0,
})
