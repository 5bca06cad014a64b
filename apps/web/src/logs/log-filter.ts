import type { LogsView } from '@callboard/shared-types/logs/logs.schemas'

interface Wanted {
  status?: string | undefined
  /** Such as `GET /pets/{petId}`. */
  route?: string | undefined
  key?: string | undefined
}

const text = (value: string) => `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`

/**
 * The filter that finds the lines a figure counts: a pattern over the fields of a JSON format, else the words a line must
 * have.
 */
export function filterFor(keys: LogsView['access']['keys'], { status, route, key }: Wanted): string {
  const cut = route?.indexOf(' ') ?? -1
  const parts: [variable: string, value: string | undefined][] = [
    ['status', status],
    ['httpMethod', route === undefined || cut < 0 ? undefined : route.slice(0, cut)],
    [keys && !keys.resourcePath ? 'path' : 'resourcePath', route?.slice(cut + 1)],
    ['identity.apiKeyId', key],
  ]
  const given = parts.filter((part): part is [string, string] => part[1] !== undefined)
  if (!keys) return given.map(([, value]) => value).join(' ')
  const terms = given.flatMap(([variable, value]) =>
    keys[variable] === undefined ? [] : [`$.${keys[variable]} = ${variable === 'status' ? value : text(value)}`],
  )
  return terms.length === 0 ? '' : `{ ${terms.join(' && ')} }`
}

/** What a column of the break-down is in a filter; the rest of a kind is a range, which only a JSON format can be asked for. */
export const statusTerm = (name: string): string | undefined =>
  /^\d+$/.test(name) ? name : name === 'other 4XX' ? '4*' : '5*'
