/** What an access log's format says of its lines, as far as they can be taken apart again. */
export type AccessFormat =
  /** Where each variable stands in the line's object, such as `error.message`. */
  | { kind: 'json'; paths: Map<string, string> }
  /** The text around the variables, one part more than there are variables. */
  | { kind: 'text'; parts: string[]; variables: string[] }

const variable = /\$context\.([A-Za-z0-9_]+(?:\.[A-Za-z0-9_-]+)*)/

/** @returns null where lines can't be taken apart: nothing stands between two variables */
export function readAccessFormat(format: string): AccessFormat | null {
  const object = objectOf(format)
  if (object) return { kind: 'json', paths: pathsOf(object) }
  const pieces = format.trim().split(variable)
  const parts = pieces.filter((_, n) => n % 2 === 0)
  const variables = pieces.filter((_, n) => n % 2 === 1)
  if (variables.length === 0 || parts.slice(1, -1).includes('')) return null
  return { kind: 'text', parts, variables }
}

/** JSON whose variables may stand without quotes, as `$context.error.messageString` does, which brings its own. */
function objectOf(format: string): object | null {
  for (const text of [format, format.replaceAll(/([:[,]\s*)(\$context\.[\w.-]+)(?=\s*[,}\]])/g, '$1"$2"')]) {
    try {
      const read: unknown = JSON.parse(text)
      return typeof read === 'object' && !Array.isArray(read) ? read : null
    } catch {
      // The other spelling, or no JSON.
    }
  }
  return null
}

function pathsOf(object: object, prefix = '', paths = new Map<string, string>()): Map<string, string> {
  for (const [key, value] of Object.entries(object) as [string, unknown][]) {
    const path = prefix ? `${prefix}.${key}` : key
    if (typeof value === 'object' && value !== null) pathsOf(value, path, paths)
    const [, name] = (typeof value === 'string' && /^\$context\.([\w.-]+)$/.exec(value)) || []
    if (name !== undefined && !paths.has(name)) paths.set(name, path)
  }
  return paths
}

export const variablesOf = (format: AccessFormat): Set<string> =>
  new Set(format.kind === 'json' ? format.paths.keys() : format.variables)

/** A line's values by variable, without those that are `-` (missing); null where the line isn't of the format. */
export function fieldsOf(format: AccessFormat, line: string): Record<string, string> | null {
  const values = format.kind === 'json' ? jsonValues(format.paths, line) : textValues(format, line)
  return values && Object.fromEntries(values.filter(([, value]) => value !== '-' && value !== ''))
}

function jsonValues(paths: Map<string, string>, line: string): [string, string][] | null {
  let object: unknown
  try {
    object = JSON.parse(line)
  } catch {
    return null
  }
  return [...paths].map(([name, path]) => {
    const value = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | null)?.[key], object)
    return [name, typeof value === 'string' ? value : value === undefined ? '-' : JSON.stringify(value)]
  })
}

function textValues({ parts, variables }: AccessFormat & { kind: 'text' }, line: string): [string, string][] | null {
  const found: [string, string][] = []
  let at = parts[0]!.length
  if (!line.startsWith(parts[0]!)) return null
  for (const [n, name] of variables.entries()) {
    const after = parts[n + 1]!
    const end = n === variables.length - 1 && after === '' ? line.length : line.indexOf(after, at)
    if (end < 0) return null
    found.push([name, line.slice(at, end)])
    at = end + after.length
  }
  return found
}
