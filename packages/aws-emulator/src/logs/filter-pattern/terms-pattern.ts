type LineTest = (message: string) => boolean

const term = /([-?]?)(?:"((?:[^"\\]|\\.)*)"|%((?:[^%\\]|\\.)*)%|(\S+))/y
const space = /\s*/y

/**
 * Words and quoted phrases that all must be there, in their case; with `?` in front one of those is enough, with `-` it
 * must not be there; `%…%` is a regular expression. Optional terms beside required ones are ignored (documented).
 */
export function termsTest(text: string): LineTest {
  const required: LineTest[] = []
  const optional: LineTest[] = []
  const excluded: LineTest[] = []
  let at = 0
  while (at < text.length) {
    term.lastIndex = at
    const found = term.exec(text)
    if (!found) throw new Error('unexpected character in the pattern')
    const [whole, sign = '', phrase, expression, word = ''] = found
    const list = sign === '?' ? optional : sign === '-' ? excluded : required
    list.push(expression === undefined ? includes(phrase?.replaceAll(/\\(.)/g, '$1') ?? word) : matches(expression))
    space.lastIndex = at + whole.length
    at += whole.length + (space.exec(text)?.[0].length ?? 0)
  }
  return (message) =>
    required.every((test) => test(message)) &&
    !excluded.some((test) => test(message)) &&
    (required.length > 0 || optional.length === 0 || optional.some((test) => test(message)))
}

const includes = (part: string) => (message: string) => message.includes(part)

export function matches(source: string): LineTest {
  const expression = new RegExp(source)
  return (message) => expression.test(message)
}
