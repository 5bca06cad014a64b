import { ExpressionError, type Grammar } from './expression.ts'

export type Token = { at: number; text: string } & (
  | { kind: 'number' | 'operator' | 'mark' | 'end' }
  | { kind: 'name'; name: string }
  | { kind: 'string'; value: string }
  | { kind: 'duration'; count: number; unit: string }
  | { kind: 'pattern'; source: string; flags: string }
)

const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+/y
const unit = /[A-Za-z]+/y
const string = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/y
const pattern = /\/((?:[^/\\]|\\.)+)\/([a-z]*)/y
const quotedName = /`([^`]+)`/y
const operators = /&&|\|\||!=|<=|>=|=~|~=|==|[-+*/^%<>=!]/y
const marks = /[()[\],]/y
const space = /\s+/y

/** Cuts a text into tokens. A word that the grammar knows as an operator is one, in any case. */
export function tokensOf(text: string, grammar: Grammar): Token[] {
  const tokens: Token[] = []
  const names = new RegExp(grammar.name, 'y')
  let at = 0
  const match = (expression: RegExp) => {
    expression.lastIndex = at
    return expression.exec(text)
  }
  while (at < text.length) {
    const blank = match(space)
    if (blank) {
      at += blank[0].length
      continue
    }
    const token = readToken(at, match, names, grammar, startsOperand(tokens.at(-1)))
    if (!token) throw new ExpressionError(`Unexpected character ${text[at]}`, at)
    tokens.push(token)
    at += token.text.length
  }
  return [...tokens, { kind: 'end', at, text: '' }]
}

type Match = (expression: RegExp) => RegExpExecArray | null

function readToken(at: number, match: Match, names: RegExp, grammar: Grammar, isOperand: boolean): Token | undefined {
  const found = (grammar.patterns && isOperand && match(pattern)) || undefined
  if (found) return { kind: 'pattern', at, text: found[0], source: found[1] ?? '', flags: found[2] ?? '' }
  const [quoted] = match(string) ?? []
  if (quoted) return { kind: 'string', at, text: quoted, value: unquoted(quoted) }
  const [ticks, inTicks = ''] = match(quotedName) ?? []
  if (ticks) return { kind: 'name', at, text: ticks, name: inTicks }
  const [digits] = match(number) ?? []
  if (digits) return numberToken(at, digits, match)
  const [word] = match(names) ?? []
  if (word) {
    const isOperator =
      Object.hasOwn(grammar.infix, word.toLowerCase()) || Object.hasOwn(grammar.prefix, word.toLowerCase())
    return isOperator ? { kind: 'operator', at, text: word } : { kind: 'name', at, text: word, name: word }
  }
  const [operator] = match(operators) ?? []
  if (operator) return { kind: 'operator', at, text: operator }
  const [mark] = match(marks) ?? []
  return mark ? { kind: 'mark', at, text: mark } : undefined
}

function numberToken(at: number, digits: string, match: Match): Token {
  const behind = (expression: RegExp) => {
    const whole = new RegExp(`${digits.replaceAll(/[.+]/g, '\\$&')}(${expression.source})`, 'y')
    return match(whole)?.[1]
  }
  const letters = behind(unit)
  if (!letters) return { kind: 'number', at, text: digits }
  return { kind: 'duration', at, text: digits + letters, count: Number(digits), unit: letters }
}

/** Behind an operand a slash divides. */
const startsOperand = (before: Token | undefined) =>
  before === undefined ||
  before.kind === 'operator' ||
  before.text === '(' ||
  before.text === ',' ||
  before.text === '['

/** A backslash keeps only a quote or itself from having its meaning. */
const unquoted = (text: string) => text.slice(1, -1).replaceAll(/\\(["'\\])/g, '$1')
