import type { Store } from '../lib/store.ts'
import type { HttpRequest } from '../protocol/request.ts'
import { belowBasePath, customDomainOf } from './custom-domain.ts'

/** Where a request to a stage goes; the path is what follows the stage's name or the base path. */
export type Address = {
  apiId: string
  stageName: string
  path: string
  host: string | undefined
  /** Of a request to a custom name: its whole path, and the base path that it matched. */
  custom?: CalledName
}

export type CalledName = { path: string; basePath: string }

const byPath = /^\/restapis\/([^/]+)\/([^/]+)\/_user_request_(\/.*)?$/
const byHost = /^([a-z0-9]+)\.execute-api\.[a-z0-9-]+\./i
const belowStage = /^\/([^/]*)(\/.*)?$/

/** No API has an empty id. */
const nowhere = { apiId: '', stageName: '', path: '/', host: undefined }

/**
 * By path, by `{api}.execute-api.{region}.…` in the Host header, or by a custom name in it; undefined for requests to other
 * services.
 */
export function addressOf(store: Store, { path, headers }: Pick<HttpRequest, 'path' | 'headers'>): Address | undefined {
  const header = headers['host']
  const host = header?.replace(/:\d+$/, '')
  const [, hostApi] = byHost.exec(header ?? '') ?? []
  if (hostApi) return { apiId: hostApi.toLowerCase(), host, ...stageIn(path) }
  const custom = customDomainOf(store, header, path)
  if (custom) {
    const { mapping } = custom
    if (!mapping) return nowhere
    const { restApiId: apiId, stage, basePath } = mapping
    const below = belowBasePath(path, mapping)
    // A mapping without a stage leaves it to the path to name one (documented).
    const at = stage === undefined ? stageIn(below) : { stageName: stage, path: below }
    return { apiId, host, ...at, custom: { path, basePath } }
  }
  const [, apiId, stageName = '', rest = '/'] = byPath.exec(path) ?? []
  return apiId === undefined ? undefined : { apiId, stageName, path: rest, host: undefined }
}

function stageIn(path: string): { stageName: string; path: string } {
  const [, stageName = '', rest = '/'] = belowStage.exec(path) ?? []
  return { stageName, path: rest }
}

/** The largest payload (documented). */
export const largestPayload = 10 * 1024 * 1024
