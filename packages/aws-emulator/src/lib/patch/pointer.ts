/** JSON pointer escapes: `~1` is `/`, `~0` is `~`. */
export const unescapePointer = (text: string) => text.replaceAll('~1', '/').replaceAll('~0', '~')

/**
 * Matches a path against a rule's pattern: literal segments, `{name}` for one segment, and a leading `{name+}` for all
 * segments that the rest of the pattern leaves over. Names come back as they stand in the path, still escaped.
 */
export function matchPointer(pattern: string, path: string): Record<string, string> | undefined {
  const parts = pattern.split('/').slice(1)
  const segments = path.split('/').slice(1)
  const names: Record<string, string> = {}
  const [first = ''] = parts
  if (first.endsWith('+}')) {
    const taken = segments.length - parts.length + 1
    if (taken < 1) return undefined
    names[first.slice(1, -2)] = segments.slice(0, taken).join('/')
    parts.shift()
    segments.splice(0, taken)
  }
  if (parts.length !== segments.length) return undefined
  for (const [index, part] of parts.entries()) {
    if (part.startsWith('{')) names[part.slice(1, -1)] = segments[index] ?? ''
    else if (part !== segments[index]) return undefined
  }
  return names
}
