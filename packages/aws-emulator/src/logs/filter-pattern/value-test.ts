import { matches } from './terms-pattern.ts'

/** Whether a value fits the right side of a comparison. */
export type ValueTest = (value: unknown) => boolean

const number = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** Compares with a number or a text, which may have `*` for anything and is a regular expression within `%…%`. */
export function compare(operator: string, wanted: string, isQuoted: boolean): ValueTest {
  const isNumber = number.test(wanted) && !isQuoted
  const equal = isNumber ? equalsNumber(Number(wanted)) : equalsText(wanted)
  switch (operator) {
    case '=':
      return equal
    case '!=':
      return (value) => value !== undefined && !equal(value)
    default:
      if (!isNumber) throw new Error(`${operator} compares numbers only`)
      return ordered(operator, Number(wanted))
  }
}

function ordered(operator: string, wanted: number): ValueTest {
  return (value) => {
    const given = numberIn(value)
    if (operator === '<') return given < wanted
    if (operator === '<=') return given <= wanted
    return operator === '>' ? given > wanted : given >= wanted
  }
}

const numberIn = (value: unknown): number =>
  typeof value === 'number' ? value : typeof value === 'string' && number.test(value) ? Number(value) : NaN

const equalsNumber =
  (wanted: number): ValueTest =>
  (value) =>
    numberIn(value) === wanted

function equalsText(wanted: string): ValueTest {
  const [, expression] = /^%(.*)%$/.exec(wanted) ?? []
  const test =
    expression === undefined
      ? wanted.includes('*')
        ? matches(`^${wanted.split('*').map(escaped).join('.*')}$`)
        : (text: string) => text === wanted
      : matches(expression)
  return (value) => (typeof value === 'string' ? test(value) : isPlain(value) && test(String(value)))
}

const isPlain = (value: unknown): value is number | boolean => typeof value === 'number' || typeof value === 'boolean'

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
