import { readAccessFormat, type AccessFormat } from './access-format.ts'
import { separatedPattern, spacedPattern, type Wanted } from './text-pattern.ts'

/** A filter pattern, and what it knows lines apart by. */
export interface StatusPattern {
  pattern: string
  by: Wanted['variable'][]
}

/** AWS takes no longer one. */
const longest = 1_024

/**
 * The CloudWatch filter pattern that takes the lines of a status out of an access log of this format: those of this API and
 * stage alone, where the format has them.
 * @returns null where no pattern can tell the status
 */
export function statusPattern(
  text: string,
  { apiId, stage, status }: { apiId: string; stage: string; status: string },
): StatusPattern | null {
  const format = readAccessFormat(text)
  if (!format) return null
  const ofStatus: Wanted = { variable: 'status', value: status }
  const all: Wanted[] = [ofStatus, { variable: 'apiId', value: apiId }, { variable: 'stage', value: stage }]
  const make = (wanted: Wanted[]) =>
    format.kind === 'json' ? jsonPattern(format.paths, text, wanted) : textPattern(format, text, wanted)
  // One that can be told only beside others that can't.
  for (const wanted of [all, all.slice(0, 2), [all[0]!, all[2]!], [ofStatus]]) {
    const pattern = make(wanted)
    if (pattern !== null && pattern.length <= longest) return { pattern, by: wanted.map(({ variable }) => variable) }
  }
  return null
}

/** `{ $.status = "429" && $.stage = "prod" }`: text with quotes, numbers bare, as the format has them. */
function jsonPattern(paths: Map<string, string>, text: string, wanted: Wanted[]): string | null {
  const conditions = wanted.map(({ variable, value }) => {
    const path = paths.get(variable)
    // A key with a dot in it can't be told from a path of two.
    if (!path || !/^[\w-]+(\.[\w-]+)*$/.test(path) || (path.includes('.') && text.includes(`"${path}"`))) return null
    return `$.${path} = ${text.includes(`"$context.${variable}"`) ? `"${value}"` : value}`
  })
  return conditions.includes(null) ? null : `{ ${conditions.join(' && ')} }`
}

const textPattern = (format: AccessFormat & { kind: 'text' }, text: string, wanted: Wanted[]): string | null =>
  spacedPattern(text, wanted) ?? labelledPattern(format, wanted) ?? separatedPattern(format, wanted)

/** `"<status>429</status>"`: where what stands in front of the value names it, as in XML or `status=429`. */
function labelledPattern({ parts, variables }: AccessFormat & { kind: 'text' }, wanted: Wanted[]): string | null {
  const terms = wanted.map(({ variable, value }) => {
    const at = variables.indexOf(variable)
    if (at < 0) return null
    const [label = ''] = /<[^<>]*>$|[^\s,;<>]+$/.exec(parts[at]!) ?? []
    const isOnly = parts.filter((part) => part.includes(label)).length === 1
    if (!/[A-Za-z]/.test(label) || !isOnly) return null
    const behind = parts[at + 1]!
    const end = behind.startsWith('<') ? /^[^>]*>?/.exec(behind)![0] : behind.slice(0, 1)
    return `"${`${label}${value}${end}`.replaceAll(/["\\]/g, String.raw`\$&`)}"`
  })
  return terms.includes(null) ? null : terms.join(' ')
}
