import type { Expression } from '../../lib/expression/expression.ts'
import { applyOperator, negate, type OnDropped } from './arithmetic.ts'
import type { Grid } from './fill.ts'
import { applyFunction } from './functions.ts'
import { MathError, type MathValue, type Series } from './math-value.ts'
import { keywords } from './parse-math.ts'

/** What an expression can ask of the request that it is in. */
export type MathScope = {
  /** The id of the expression itself. */
  id: string
  grid: Grid
  valueOf(id: string): MathValue
  /** The metrics of the request, those whose id contains a text. */
  metrics(containing: string): Series[]
  search(text: string, stat: string, periodSeconds: number | undefined): Series[]
  onDropped: OnDropped
}

export function evaluate(expression: Expression, scope: MathScope): MathValue {
  switch (expression.kind) {
    case 'number':
      return expression.value
    case 'string':
      return expression.value
    case 'name':
      return keywords.includes(expression.name) ? expression.name : scope.valueOf(expression.name)
    case 'list':
      return expression.items.flatMap((item) => listItem(evaluate(item, scope)))
    case 'unary':
      return negate(evaluate(expression.operand, scope), scope.onDropped)
    case 'binary': {
      const { operator, left, right } = expression
      return applyOperator(operator, evaluate(left, scope), evaluate(right, scope), scope.onDropped)
    }
    case 'call':
      return call(expression.name, expression.args, scope)
    default:
      throw new MathError('Unexpected value')
  }
}

function listItem(value: MathValue): Series[] {
  if (typeof value === 'object') return Array.isArray(value) ? value : [value]
  throw new MathError('An array can only have time series')
}

function call(name: string, expressions: Expression[], scope: MathScope): MathValue {
  const args = expressions.map((expression) => evaluate(expression, scope))
  if (name === 'METRICS') return scope.metrics(typeof args[0] === 'string' ? args[0] : '')
  if (name !== 'SEARCH') return applyFunction(name, args, scope.grid, scope.id)
  const [text, stat, period] = args
  if (typeof text !== 'string' || typeof stat !== 'string' || (period !== undefined && typeof period !== 'number')) {
    throw new MathError('SEARCH expects a search expression, a statistic and a period')
  }
  return scope.search(text, stat, period)
}
