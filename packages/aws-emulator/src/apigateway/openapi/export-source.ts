import { badRequest } from '../../lib/aws-error.ts'
import { isoInstant } from '../../lib/clock.ts'
import type { Call } from '../call.ts'
import { childKey, definitionKinds, type DocumentationVersionRecord } from '../definition-records.ts'
import { definitionOf } from '../definition.ts'
import { findDeployment } from '../deployments.ts'
import type { DeployedDefinition, ResourceRecord } from '../records.ts'
import { findRestApi } from '../rest-apis.ts'
import { findStage } from '../stages.ts'

/** What a stage runs, and what an export of it is called. */
export type ExportSource = DeployedDefinition & {
  resources: ResourceRecord[]
  stageName: string
  region: string
  /** Of `info`: the API's own, or the deployment's instant (recorded). */
  version: string
  documentation?: DocumentationVersionRecord
}

/** The deployment of the stage, not what the API has become since (documented). */
export function exportSource(call: Call, restApiId: string | undefined, stageName: string | undefined): ExportSource {
  const api = findRestApi(call, restApiId)
  const stage = findStage(call, api.id, stageName)
  const deployment = findDeployment(call, api.id, stage.deploymentId)
  const definition = deployment.definition ?? definitionOf(call, api)
  const key = childKey(api.id, stage.documentationVersion)
  return {
    ...definition,
    resources: deployment.resources,
    stageName: stage.stageName,
    region: call.unit.place.region,
    version: definition.api.version ?? isoInstant(deployment.createdDate * 1000).replace('.000Z', 'Z'),
    documentation: call.unit.get<DocumentationVersionRecord>(definitionKinds.documentationVersion, key),
  }
}

export type ExportType = 'oas30' | 'swagger'

/** Which of AWS's own fields come along. */
export type Extensions = { integrations: boolean; authorizers: boolean; apigateway: boolean; documentation: boolean }

const known = ['integrations', 'apigateway', 'authorizers', 'documentation', 'postman']

/**
 * `apigateway` brings everything but the documentation (documented). What `postman` adds isn't documented: the document
 * without AWS's fields, which Postman reads (guessed). The sentence is guessed.
 */
export function readExtensions(text: string | undefined): Extensions {
  const names = (text ?? '').split(',').map((name) => name.trim())
  const unknown = names.find((name) => name !== '' && !known.includes(name))
  if (unknown !== undefined) throw badRequest(`Invalid extension: ${unknown}. Must be one of: [${known.join(', ')}]`)
  const apigateway = names.includes('apigateway')
  return {
    apigateway,
    integrations: apigateway || names.includes('integrations'),
    authorizers: apigateway || names.includes('authorizers'),
    documentation: names.includes('documentation'),
  }
}
