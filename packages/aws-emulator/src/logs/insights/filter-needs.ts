import type { Expression } from '../../lib/expression/expression.ts'
import type { Need } from '../need.ts'
import type { Command } from './command.ts'
import { compile, isTrue } from './expressions.ts'

/** What all of a filter's parts that look at one field ask of it. */
export function needsOf(expression: Expression, at: number): Need[] {
  if (expression.kind === 'binary' && expression.operator === 'and')
    return [...needsOf(expression.left, at), ...needsOf(expression.right, at)]
  const [path, ...others] = new Set(namesIn(expression))
  if (path === undefined || path.startsWith('@') || others.length > 0) return []
  const test = compile(expression, at)
  return [{ path, fits: (value) => isTrue(test({ [path]: value })) }]
}

/** Those of the filters that a query begins with: what comes later may look at fields of the query's own. */
export function leadingNeeds(commands: Command[]): Need[] {
  const others = commands.findIndex(({ needs }) => needs === undefined)
  return commands.slice(0, others < 0 ? undefined : others).flatMap(({ needs = [] }) => needs)
}

/** A function may look at the whole line, so that it counts as one more name. */
function namesIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'name':
      return [expression.name]
    case 'call':
      return ['@message']
    case 'unary':
      return namesIn(expression.operand)
    case 'binary':
      return [...namesIn(expression.left), ...namesIn(expression.right)]
    case 'list':
      return expression.items.flatMap(namesIn)
    default:
      return []
  }
}
