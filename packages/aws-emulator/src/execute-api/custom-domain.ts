import { basePathOf } from '../apigateway/base-path-mappings.ts'
import { edgeKinds, type BasePathMappingRecord } from '../apigateway/edge-records.ts'
import type { Place, Store } from '../lib/store.ts'

/** A custom name that a request was sent to; without a mapping none of the name's fits its path. */
export type CustomDomain = { mapping?: BasePathMappingRecord }

/** Of the mappings that fit the path the longest counts (documented); the one of the root fits every path. */
export function customDomainOf(store: Store, host: string | undefined, path: string): CustomDomain | undefined {
  const domain = host === undefined ? undefined : findDomain(store, host.replace(/:\d+$/, '').toLowerCase())
  if (!domain) return undefined
  const { place, name } = domain
  const mappings = store.list<BasePathMappingRecord>(place, edgeKinds.basePathMapping, `${name}/`)
  const fitting = mappings.filter(({ basePath }) => isBelow(path, basePath))
  const mapping = fitting.toSorted((a, b) => prefixOf(b.basePath).length - prefixOf(a.basePath).length)[0]
  return { mapping }
}

const prefixOf = (basePath: string) => (basePath === basePathOf('') ? '' : `/${basePath}`)

const isBelow = (path: string, basePath: string) =>
  path === prefixOf(basePath) || path.startsWith(`${prefixOf(basePath)}/`)

/** Path parts are matched by case, as they come (guessed for percent-encoded ones). */
export const belowBasePath = (path: string, { basePath }: BasePathMappingRecord): string =>
  path.slice(prefixOf(basePath).length) || '/'

/** A name of one label, an IPv4 or IPv6 address: none of them can be a custom name. */
const plain = /^([^.]*|[\d.]+|\[.*)$/

/** A name itself goes before the wildcard above it (documented). Private names answer in their VPC only, so not here. */
function findDomain(store: Store, host: string): { place: Place; name: string } | undefined {
  if (plain.test(host)) return undefined
  const places = store.places()
  for (const name of [host, host.replace(/^[^.]+/, '*')]) {
    const place = places.find((one) => store.get(one, edgeKinds.domainName, name) !== undefined)
    if (place) return { place, name }
  }
  return undefined
}
