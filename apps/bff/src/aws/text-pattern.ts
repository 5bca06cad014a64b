import type { AccessFormat } from './access-format.ts'

/** What a line must say. */
export interface Wanted {
  variable: 'status' | 'apiId' | 'stage'
  value: string
}

/** Values of these may have blanks or commas in them. */
const isLoose = (variable: string) =>
  /requestTime$|userAgent|message|error|authorizer|cognito|clientCert|^path$/i.test(variable)

const variablesIn = (text: string) => [...text.matchAll(/\$context\.([\w.-]+)/g)].map(([, name]) => name!)

/** A stretch of a line that CloudWatch takes as one field: a word, or what stands within quotes or brackets. */
const field = /"([^"]*)"|\[([^\]]*)\]|(\S+)/g

/**
 * `[f1, f2, status = 429, ...]` for lines with blanks between their fields, counted from whichever end can be counted from.
 * @returns null where something isn't a field by itself, or on both sides of it there are fields that may have blanks
 */
export function spacedPattern(format: string, wanted: Wanted[]): string | null {
  const found = [...format.trim().matchAll(field)]
  const fields = found.map(({ 0: text, 1: quoted, 2: bracketed, 3: word, index }, n) => {
    const before = found[n - 1]
    return {
      isClear:
        (word === undefined || !variablesIn(word).some(isLoose)) &&
        // AWS's own common log format has a quote right behind a bracket: whether that begins a field isn't documented.
        (before === undefined || before.index + before[0].length < index) &&
        !(word ?? '').slice(1).includes('"'),
      holds: /^\$context\.([\w.-]+)$/.exec(quoted ?? bracketed ?? word ?? text)?.[1],
    }
  })
  const places = wanted.map(({ variable }) => fields.findIndex(({ holds }) => holds === variable))
  if (places.includes(-1)) return null
  const [first, last] = [Math.min(...places), Math.max(...places)]
  const names = fields.map((_, n) => {
    const { variable, value } = wanted[places.indexOf(n)] ?? {}
    return variable ? `${variable} = ${value}` : `f${n + 1}`
  })
  const isClear = (from: number, to: number) => fields.slice(from, to).every((one) => one.isClear)
  if (isClear(0, last + 1)) {
    const rest = last + 1 < fields.length ? ['...'] : []
    return `[${[...names.slice(0, last + 1), ...rest].join(', ')}]`
  }
  return isClear(first, fields.length) ? `[..., ${names.slice(first).join(', ')}]` : null
}

/**
 * `%^.*,.*,429,.*$%` for lines with commas or semicolons between their values: as many as the line has, so that none of the
 * `.*` can reach over one. AWS takes such a pattern for regular expressions of a few signs; five to a log group.
 */
export function separatedPattern(
  { parts, variables }: AccessFormat & { kind: 'text' },
  wanted: Wanted[],
): string | null {
  const [separator = ''] = parts.slice(1, -1)
  const isPlain = parts[0] === '' && parts.at(-1) === '' && parts.slice(1, -1).every((part) => part === separator)
  if (!/^[,;]$/.test(separator) || !isPlain || variables.some((name) => isLoose(name) && !/^requestTime$/.test(name)))
    return null
  if (!wanted.every(({ variable }) => variables.includes(variable))) return null
  const values = variables.map((name) => wanted.find(({ variable }) => variable === name)?.value ?? '.*')
  return `%^${values.join(separator)}$%`
}
