import type { HttpRequest } from '../protocol/request.ts'

/** A request to a stage: its path is what follows the stage's name, still percent-encoded. */
export type StageRequest = {
  method: string
  path: string
  /** As they came, names in the client's case. */
  headerList: [name: string, value: string][]
  /** By names in lower case. */
  headers: Record<string, string | undefined>
  query: [name: string, value: string][]
  body: Buffer
  tooLong: boolean
  sourceIp: string
  /** Of the request line and the headers. */
  headerBytes: number
}

const nobody: Omit<StageRequest, 'method' | 'path'> = {
  headerList: [],
  headers: {},
  query: [],
  body: Buffer.alloc(0),
  tooLong: false,
  sourceIp: '127.0.0.1',
  headerBytes: 0,
}

/** One without headers and body, such as planned traffic brings. The path may have a query. */
export function bareRequest(method: string, pathAndQuery: string, headers: Record<string, string> = {}): StageRequest {
  const [path = '/', query = ''] = pathAndQuery.split('?', 2)
  const headerList = Object.entries(headers)
  const lower = Object.fromEntries(headerList.map(([name, value]) => [name.toLowerCase(), value]))
  return { ...nobody, method, path, headerList, headers: lower, query: [...new URLSearchParams(query)] }
}

export function stageRequest(request: HttpRequest, path: string): StageRequest {
  const { method, headers, body, tooLong, rawHeaders, rawQuery, sourceIp } = request
  const headerList: [string, string][] = []
  let headerBytes = method.length + request.path.length + rawQuery.length + 12
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? ''
    const value = rawHeaders[index + 1] ?? ''
    headerList.push([name, value])
    headerBytes += name.length + value.length + 4
  }
  const query: [string, string][] = rawQuery === '' ? [] : [...request.query]
  return { method, path, headerList, headers, query, body, tooLong, sourceIp: plainIp(sourceIp), headerBytes }
}

const plainIp = (address: string) => address.replace(/^::ffff:/, '')

/** The last value of each name (recorded for the proxy event's single map). */
export const lastValues = (pairs: [string, string][]): Record<string, string> => Object.fromEntries(pairs)

export function allValues(pairs: [string, string][]): Record<string, string[]> {
  const values: Record<string, string[]> = Object.create(null) as Record<string, string[]>
  for (const [name, value] of pairs) (values[name] ??= []).push(value)
  return values
}
