import { ExpressionError, type Expression, type Grammar } from '../../lib/expression/expression.ts'
import { parseExpression } from '../../lib/expression/parse-expression.ts'
import { MathError } from './math-value.ts'

const grammar: Grammar = {
  name: /[A-Za-z][A-Za-z0-9_]*/,
  infix: {
    or: 1,
    '||': 1,
    and: 2,
    '&&': 2,
    '==': 3,
    '!=': 3,
    '<': 4,
    '<=': 4,
    '>': 4,
    '>=': 4,
    '+': 5,
    '-': 5,
    '*': 6,
    '/': 6,
    '^': 8,
  },
  prefix: { '-': 7 },
  rightToLeft: ['^'],
}

export function parseMath(text: string): Expression {
  try {
    return parseExpression(text, grammar)
  } catch (error) {
    if (error instanceof ExpressionError) throw new MathError(error.message)
    throw error
  }
}

/** Words that stand for themselves as arguments. */
export const keywords = ['REPEAT', 'LINEAR', 'AVG', 'MIN', 'MAX', 'SUM', 'ASC', 'DESC']

/** The ids that an expression mentions. */
export function idsIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'name':
      return keywords.includes(expression.name) ? [] : [expression.name]
    case 'list':
      return expression.items.flatMap(idsIn)
    case 'call':
      return expression.args.flatMap(idsIn)
    case 'unary':
      return idsIn(expression.operand)
    case 'binary':
      return [...idsIn(expression.left), ...idsIn(expression.right)]
    default:
      return []
  }
}
