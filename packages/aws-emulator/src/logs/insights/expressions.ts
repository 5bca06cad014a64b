import { ExpressionError, type Expression, type Grammar } from '../../lib/expression/expression.ts'
import { parseExpression } from '../../lib/expression/parse-expression.ts'
import { functions } from './functions.ts'
import { QueryError } from './query-error.ts'
import { asNumber, asText, type Row, type Value } from './record.ts'

export type Evaluate = (row: Row) => Value

const grammar: Grammar = {
  name: /@?[A-Za-z_][\w.]*/,
  infix: {
    or: 1,
    and: 2,
    '=': 4,
    '==': 4,
    '!=': 4,
    '<': 4,
    '<=': 4,
    '>': 4,
    '>=': 4,
    in: 4,
    'not in': 4,
    like: 4,
    'not like': 4,
    '=~': 4,
    '+': 5,
    '-': 5,
    '*': 6,
    '/': 6,
    '%': 6,
    '^': 8,
  },
  prefix: { not: 3, '-': 7 },
  rightToLeft: ['^'],
  patterns: true,
}

export function parseField(text: string, at: number): Expression {
  try {
    return parseExpression(text, grammar)
  } catch (error) {
    if (error instanceof ExpressionError) throw new QueryError(error.message, at + error.at)
    throw error
  }
}

/** Makes a function of a row out of an expression. */
export function compile(expression: Expression, at: number): Evaluate {
  switch (expression.kind) {
    case 'number':
    case 'string': {
      const { value } = expression
      return () => value
    }
    case 'name': {
      const { name } = expression
      return (row) => row[name]
    }
    case 'unary': {
      const operand = compile(expression.operand, at)
      return expression.operator === 'not' ? (row) => !isTrue(operand(row)) : (row) => -asNumber(operand(row))
    }
    case 'binary':
      return compileBinary(expression, at)
    case 'call':
      return compileCall(expression, at)
    default:
      throw new QueryError(`Unexpected ${expression.kind}`, at)
  }
}

const isTrue = (value: Value) => value !== undefined && value !== false && value !== 0 && value !== ''

type Binary = Expression & { kind: 'binary' }

function compileBinary({ operator, left, right }: Binary, at: number): Evaluate {
  const first = compile(left, at)
  if (operator === 'in' || operator === 'not in') return compileIn(first, right, operator === 'in', at)
  if (operator === 'like' || operator === '=~') return compileLike(first, right, at)
  if (operator === 'not like') {
    const like = compileLike(first, right, at)
    return (row) => like(row) === false
  }
  const second = compile(right, at)
  if (operator === 'and') return (row) => isTrue(first(row)) && isTrue(second(row))
  if (operator === 'or') return (row) => isTrue(first(row)) || isTrue(second(row))
  const operation = comparisons[operator]
  if (operation) return (row) => operation(first(row), second(row))
  const arithmetic = arithmetics[operator]
  if (!arithmetic) throw new QueryError(`Unexpected ${operator}`, at)
  return (row) => finite(arithmetic(asNumber(first(row)), asNumber(second(row))))
}

const finite = (value: number): Value => (Number.isFinite(value) ? value : undefined)

const arithmetics: Record<string, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '^': (a, b) => a ** b,
}

/** As numbers where both are, else as texts; what isn't there is neither equal nor less nor more. */
function order(a: Value, b: Value): number {
  if (a === undefined || b === undefined) return NaN
  const [x, y] = [asNumber(a), asNumber(b)]
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y
  const [s, t] = [asText(a), asText(b)]
  return s === t ? 0 : s < t ? -1 : 1
}

const comparisons: Record<string, (a: Value, b: Value) => boolean> = {
  '=': (a, b) => order(a, b) === 0,
  '==': (a, b) => order(a, b) === 0,
  '!=': (a, b) => order(a, b) !== 0,
  '<': (a, b) => order(a, b) < 0,
  '<=': (a, b) => order(a, b) <= 0,
  '>': (a, b) => order(a, b) > 0,
  '>=': (a, b) => order(a, b) >= 0,
}

function compileIn(value: Evaluate, list: Expression, isIn: boolean, at: number): Evaluate {
  if (list.kind !== 'list') throw new QueryError('A list in brackets is expected after in', at)
  const items = list.items.map((item) => compile(item, at))
  return (row) => {
    const found = value(row)
    return items.some((item) => order(found, item(row)) === 0) === isIn
  }
}

/** A part of the text, or a pattern. */
function compileLike(value: Evaluate, like: Expression, at: number): Evaluate {
  if (like.kind === 'pattern') {
    const pattern = toRegExp(like.source, like.flags, at)
    return (row) => pattern.test(asText(value(row)))
  }
  if (like.kind !== 'string') throw new QueryError('A string or a pattern is expected after like', at)
  return (row) => asText(value(row)).includes(like.value)
}

export function toRegExp(source: string, flags: string, at: number): RegExp {
  // `(?i)` in front is how one asks for any case here; names of groups are written without `?` or with `?P`.
  const [, anyCase, rest = source] = /^(\(\?i\))?([^]*)$/.exec(source) ?? []
  try {
    return new RegExp(rest.replaceAll('(?P<', '(?<'), anyCase ? `${flags}i` : flags)
  } catch {
    throw new QueryError(`Invalid pattern /${source}/`, at)
  }
}

function compileCall({ name, args }: Expression & { kind: 'call' }, at: number): Evaluate {
  const lower = name.toLowerCase()
  if (lower === 'bin') return compileBin(args, at)
  const apply = functions[lower]
  if (!apply) throw new QueryError(`Unknown function ${name}`, at)
  const compiled = args.map((arg) => compile(arg, at))
  return (row) => apply(compiled.map((arg) => arg(row)))
}

const units: Record<string, number> = {
  ms: 1,
  msec: 1,
  s: 1000,
  sec: 1000,
  m: 60_000,
  min: 60_000,
  mins: 60_000,
  h: 3_600_000,
  hr: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
}

/** `bin(5m)`: the line's instant, rounded down; `bin(@timestamp, 5m)` is the same. */
function compileBin(args: Expression[], at: number): Evaluate {
  const last = args.at(-1)
  const unit = last?.kind === 'duration' ? units[last.unit.toLowerCase()] : undefined
  if (last?.kind !== 'duration' || unit === undefined) throw new QueryError('bin expects a period such as 5m', at)
  const length = last.count * unit
  const instant = args.length > 1 ? compile(args[0]!, at) : (row: Row) => row['@timestamp']
  return (row) => {
    const value = asNumber(instant(row))
    return Number.isNaN(value) ? undefined : value - (value % length)
  }
}

/** Whether an expression is an instant, which is shown as a date. */
export const isInstant = (expression: Expression): boolean =>
  (expression.kind === 'call' && ['bin', 'datefloor', 'frommillis'].includes(expression.name.toLowerCase())) ||
  (expression.kind === 'name' && ['@timestamp', '@ingestionTime'].includes(expression.name))

export { isTrue }
