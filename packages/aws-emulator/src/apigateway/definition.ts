import type { Call } from './call.ts'
import { definitionKinds } from './definition-records.ts'
import type { DeployedDefinition, RestApiRecord } from './records.ts'

/** The API as it stands now, beside its resources. */
export function definitionOf({ unit }: Call, api: RestApiRecord): DeployedDefinition {
  const all = `${api.id}/`
  return {
    api,
    models: unit.list(definitionKinds.model, all),
    requestValidators: unit.list(definitionKinds.requestValidator, all),
    authorizers: unit.list(definitionKinds.authorizer, all),
    gatewayResponses: unit.list(definitionKinds.gatewayResponse, all),
  }
}

/** Takes all of it away, documentation too. */
export function deleteDefinition({ unit }: Call, apiId: string): void {
  for (const kind of Object.values(definitionKinds)) {
    for (const id of unit.ids(kind, `${apiId}/`)) unit.delete(kind, id)
  }
}
