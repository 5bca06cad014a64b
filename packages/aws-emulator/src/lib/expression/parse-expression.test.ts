import { expect, test } from 'vitest'
import { ExpressionError, type Expression, type Grammar } from './expression.ts'
import { parseExpression } from './parse-expression.ts'

const grammar: Grammar = {
  name: /[A-Za-z_@][\w.]*/,
  infix: { or: 1, and: 2, '=': 3, in: 3, 'not in': 3, like: 3, '+': 4, '-': 4, '*': 5, '/': 5, '^': 7 },
  prefix: { not: 2, '-': 6 },
  rightToLeft: ['^'],
  patterns: true,
}

/** As one would write it with a parenthesis around everything. */
function shown(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value)
    case 'string':
      return JSON.stringify(expression.value)
    case 'duration':
      return `${expression.count}~${expression.unit}`
    case 'pattern':
      return `/${expression.source}/${expression.flags}`
    case 'name':
      return expression.name
    case 'list':
      return `[${expression.items.map(shown).join()}]`
    case 'call':
      return `${expression.name}(${expression.args.map(shown).join()})`
    case 'unary':
      return `(${expression.operator} ${shown(expression.operand)})`
    case 'binary':
      return `(${shown(expression.left)} ${expression.operator} ${shown(expression.right)})`
  }
}

test.each([
  ['1 + 2 * 3 - 4', '((1 + (2 * 3)) - 4)'],
  ['-a ^ 2 ^ 3', '(- (a ^ (2 ^ 3)))'],
  ['(1+2)*f(a, [b, 1e-3], "x\\"y")', '((1 + 2) * f(a,[b,0.001],"x\\"y"))'],
  ['a AND not b = 1 or c', '((a and (not (b = 1))) or c)'],
  ['a not in [1,2] and b.c like /x\\/y/i', '((a not in [1,2]) and (b.c like /x\\/y/i))'],
  ['bin(5m) / 2', '(bin(5~m) / 2)'],
  ['`a b` + f()', '(a b + f())'],
])('%s means %s', (text, meaning) => {
  expect(shown(parseExpression(text, grammar))).toBe(meaning)
})

test.each(['', '1 +', '(1', 'f(1,', '1 2', 'a ; b', '"open', '* 2'])('%j is refused with its place', (text) => {
  expect(() => parseExpression(text, grammar)).toThrow(ExpressionError)
})
