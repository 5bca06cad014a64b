import { UpdateMethodCommand, type PatchOperation } from '@aws-sdk/client-api-gateway'
import type { World } from './describe-operation.ts'
import { smallApi } from './small-api.ts'

export const add = (path: string, value?: string): PatchOperation => ({ op: 'add', path, value })

/** `GET /pets` of the small API with its response 200, and addresses of what isn't there. */
export async function petsMethod({ apiGateway, send }: World) {
  const { restApiId, rootId, petsId } = await smallApi(apiGateway)
  const method = { restApiId, resourceId: petsId, httpMethod: 'GET' }
  return {
    restApiId,
    rootId,
    petsId,
    method,
    noVerb: { ...method, httpMethod: 'PUT' },
    noApi: { ...method, restApiId: 'none' },
    response: { ...method, statusCode: '200' },
    noStatus: { ...method, statusCode: '404' },
    update: (...patchOperations: PatchOperation[]) => send(new UpdateMethodCommand({ ...method, patchOperations })),
  }
}

export const noResource = 'Invalid Resource identifier specified'
export const noMethod = 'Invalid Method identifier specified'
export const noResponse = 'Invalid Response status code specified'
export const mapping = (error: string) =>
  `Invalid mapping expression specified: Validation Result: warnings : [], errors : [${error}]`
export const wrongStatus = (input: string) =>
  `Value 'x' at '${input}.statusCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [1-5]\\d\\d`
