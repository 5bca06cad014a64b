import type { HttpRequest } from '../protocol/request.ts'

/** Where a request to a stage goes; the path is what follows the stage's name. */
export type Address = { apiId: string; stageName: string; path: string; host: string | undefined }

const byPath = /^\/restapis\/([^/]+)\/([^/]+)\/_user_request_(\/.*)?$/
const byHost = /^([a-z0-9]+)\.execute-api\.[a-z0-9-]+\./i
const belowStage = /^\/([^/]*)(\/.*)?$/

/** By path, or by `{api}.execute-api.{region}.…` in the Host header; undefined for requests to other services. */
export function addressOf({ path, headers }: Pick<HttpRequest, 'path' | 'headers'>): Address | undefined {
  const [, hostApi] = byHost.exec(headers['host'] ?? '') ?? []
  if (hostApi) {
    const [, stageName = '', rest = '/'] = belowStage.exec(path) ?? []
    return { apiId: hostApi.toLowerCase(), stageName, path: rest, host: headers['host']?.replace(/:\d+$/, '') }
  }
  const [, apiId, stageName = '', rest = '/'] = byPath.exec(path) ?? []
  return apiId === undefined ? undefined : { apiId, stageName, path: rest, host: undefined }
}

/** The largest payload (documented). */
export const largestPayload = 10 * 1024 * 1024
