import { joinPoints, mapPoints, type Points } from '../points.ts'
import { isSeries, MathError, type MathValue, type Series } from './math-value.ts'

type Pair = (left: number, right: number) => number

const truth = (value: boolean) => (value ? 1 : 0)

/** Comparisons and logic give 1 or 0 (documented). */
const operators: Record<string, Pair> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => a ** b,
  '==': (a, b) => truth(a === b),
  '!=': (a, b) => truth(a !== b),
  '<': (a, b) => truth(a < b),
  '<=': (a, b) => truth(a <= b),
  '>': (a, b) => truth(a > b),
  '>=': (a, b) => truth(a >= b),
  and: (a, b) => truth(a !== 0 && b !== 0),
  '&&': (a, b) => truth(a !== 0 && b !== 0),
  or: (a, b) => truth(a !== 0 || b !== 0),
  '||': (a, b) => truth(a !== 0 || b !== 0),
}

/** Called for each value that isn't a number any more: such points are dropped, and the answer says so (seen on AWS). */
export type OnDropped = () => void

export function applyOperator(operator: string, left: MathValue, right: MathValue, onDropped: OnDropped): MathValue {
  const pair = operators[operator]
  if (!pair) throw new MathError(`Unsupported operator ${operator}`)
  return combine(pair, left, right, onDropped)
}

export function negate(value: MathValue, onDropped: OnDropped): MathValue {
  return combine((a, b) => a * b, value, -1, onDropped)
}

/** A number goes with every point; many series with one, or with as many (documented). */
function combine(pair: Pair, left: MathValue, right: MathValue, onDropped: OnDropped): MathValue {
  if (typeof left === 'string' || typeof right === 'string') throw new MathError('A string cannot be an operand')
  if (typeof left === 'number' && typeof right === 'number') return pair(left, right)
  if (Array.isArray(left) && Array.isArray(right)) {
    if (left.length !== right.length) throw new MathError('Both arrays of time series must have the same length')
    return left.map((one, index) => one && combineOne(pair, one, right[index]!, onDropped))
  }
  if (Array.isArray(left)) return left.map((one) => combineOne(pair, one, right as Series | number, onDropped))
  if (Array.isArray(right)) return right.map((one) => combineOne(pair, left, one, onDropped))
  return combineOne(pair, left, right, onDropped)
}

function combineOne(pair: Pair, left: Series | number, right: Series | number, onDropped: OnDropped): Series {
  const like = (isSeries(left) ? left : right) as Series
  const points =
    typeof left === 'number'
      ? mapNumbers(right as Series, (value) => pair(left, value))
      : typeof right === 'number'
        ? mapNumbers(left, (value) => pair(value, right))
        : joinPoints(left, right, pair)
  return { ...like, ...onlyFinite(points, onDropped) }
}

const mapNumbers = ({ at, values }: Points, map: (value: number) => number): Points => ({ at, values: values.map(map) })

function onlyFinite(points: Points, onDropped: OnDropped): Points {
  if (points.values.every(Number.isFinite)) return points
  onDropped()
  return mapPoints(points, (value) => value)
}
