/** A part of a text and where it begins. */
export type Part = { text: string; at: number }

const opaque = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/y
const pattern = /\/(?:[^/\\\n]|\\.)+\//y
const beforePattern = /(?:like|=~|~=|[(,]|parse\s+\S+)\s*$/i

/** Splits at a character, but not within quotes, patterns and parentheses. Blanks around the parts are cut off. */
export function splitText(text: string, mark: string): Part[] {
  const parts: Part[] = []
  let [start, depth, at] = [0, 0, 0]
  const cut = (end: number) => {
    const raw = text.slice(start, end)
    parts.push({ text: raw.trim(), at: start + (raw.length - raw.trimStart().length) })
  }
  while (at < text.length) {
    const length = opaqueLength(text, at)
    if (length > 0) {
      at += length
      continue
    }
    const character = text[at]!
    if ('(['.includes(character)) depth++
    if (')]'.includes(character)) depth--
    if (character === mark && depth === 0) {
      cut(at)
      start = at + 1
    }
    at++
  }
  cut(text.length)
  return parts
}

/** How long what begins here is, if it is quoted or a pattern; else 0. */
function opaqueLength(text: string, at: number): number {
  opaque.lastIndex = at
  const quoted = opaque.exec(text)
  if (quoted) return quoted[0].length
  if (text[at] !== '/' || !beforePattern.test(text.slice(0, at))) return 0
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}
