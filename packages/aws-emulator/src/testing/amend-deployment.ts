import { deploymentKey } from '../apigateway/deployments.ts'
import { kinds, type DeployedDefinition, type DeploymentRecord } from '../apigateway/records.ts'
import type { Store } from '../lib/store.ts'
import { testPlace } from './emulated.ts'

/** Puts parts into the definition of every deployment of an API, as if it had been deployed with them. */
export function amendDeployments(store: Store, apiId: string, parts: Partial<DeployedDefinition>): void {
  const deployments = store.list<DeploymentRecord>(testPlace, kinds.deployment, `${apiId}/`)
  store.commit(
    deployments.map((deployment) => ({
      ...testPlace,
      kind: kinds.deployment,
      id: deploymentKey(apiId, deployment.id),
      value: { ...deployment, definition: { ...deployment.definition, ...parts } },
    })),
  )
}
