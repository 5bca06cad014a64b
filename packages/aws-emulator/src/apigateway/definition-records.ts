import type {
  Authorizer,
  DocumentationPartLocation,
  GatewayResponse,
  Model,
  RequestValidator,
} from '@aws-sdk/client-api-gateway'

/** What an API consists of beside its resources; rows are keyed by `{apiId}/{id or name}`. */
type OfApi = { apiId: string }

export type ModelRecord = OfApi & Model & { id: string; name: string }
export type RequestValidatorRecord = OfApi & RequestValidator & { id: string }
export type AuthorizerRecord = OfApi & Authorizer & { id: string }

/** Only customised ones are kept. */
export type GatewayResponseRecord = OfApi & GatewayResponse & { responseType: string }

export type DocumentationPartRecord = OfApi & { id: string; location: DocumentationPartLocation; properties: string }

export type DocumentationVersionRecord = OfApi & {
  version: string
  createdDate: number
  description?: string
  /** The parts as they were when the version was made. */
  parts: DocumentationPartRecord[]
}

export const definitionKinds = {
  model: 'model',
  requestValidator: 'request-validator',
  authorizer: 'authorizer',
  gatewayResponse: 'gateway-response',
  documentationPart: 'documentation-part',
  documentationVersion: 'documentation-version',
} as const

export const childKey = (apiId: string, id: string | undefined) => `${apiId}/${id ?? ''}`
