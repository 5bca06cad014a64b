import { splitText, type Part } from './split-text.ts'

/** Parts with commas between them, each under its alias or, without one, as it stands. */
export function namedParts({ text, at }: Part): { name: string; part: Part }[] {
  return splitText(text, ',').map((part) => {
    const [, inner = part.text, alias] = /^([^]*?)\s+as\s+`?(@?[\w.]+)`?$/i.exec(part.text) ?? []
    // An alias may stand right behind a call: `count(*) n`.
    const [, call, bare] = alias === undefined ? (/^([^]*\))\s+([A-Za-z_]\w*)$/.exec(inner) ?? []) : []
    const expression = call ?? inner
    return {
      name: alias ?? bare ?? expression.replaceAll('`', ''),
      part: { text: expression, at: part.at + at },
    }
  })
}
