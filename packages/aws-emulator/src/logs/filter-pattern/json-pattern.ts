import type { Expression, Grammar } from '../../lib/expression/expression.ts'
import { parseExpression } from '../../lib/expression/parse-expression.ts'
import type { Need } from '../need.ts'
import type { FilterPattern } from './pattern.ts'
import { propertyAt } from './json-path.ts'
import { compare } from './value-test.ts'

type ObjectTest = (value: unknown) => boolean

const grammar: Grammar = {
  // Paths, bare words with wildcards, and regular expressions within percent signs.
  name: /\$\.?(?:[\w.*-]|\[[^\]]*\])*|%(?:[^%\\]|\\.)*%|[A-Za-z*][\w.*:/-]*/,
  infix: { '||': 1, '&&': 2, '=': 3, '!=': 3, '<': 3, '<=': 3, '>': 3, '>=': 3, is: 3, not: 3 },
  prefix: { '!': 4, '-': 5 },
}

/** `{ $.status = 502 && ($.path = "/carts*" || $.error IS NULL) }`; a line that is no JSON object doesn't match. */
export function jsonPattern(text: string): FilterPattern {
  const [, inside] = /^\{([^]*)\}$/.exec(text) ?? []
  if (inside === undefined) throw new Error('a closing brace is missing')
  const expression = parseExpression(inside, grammar)
  const test = testOf(expression)
  return {
    kind: 'json',
    matches: (message) => {
      const object = objectIn(message)
      return object !== undefined && test(object)
    },
    reader: (selector) => {
      if (!selector.startsWith('$.')) return undefined
      const at = propertyAt(selector)
      return (message) => at(objectIn(message))
    },
    named: [...new Set(pathsIn(expression))],
    needs: needsOf(expression),
  }
}

function objectIn(message: string): object | undefined {
  if (!message.startsWith('{')) return undefined
  try {
    return JSON.parse(message) as object
  } catch {
    return undefined
  }
}

function pathsIn(expression: Expression): string[] {
  if (expression.kind === 'unary') return pathsIn(expression.operand)
  if (expression.kind === 'binary') return [...pathsIn(expression.left), ...pathsIn(expression.right)]
  return expression.kind === 'name' && expression.name.startsWith('$') ? [expression.name] : []
}

function needsOf(expression: Expression): Need[] {
  if (expression.kind !== 'binary') return []
  const { operator, left, right } = expression
  if (operator === '&&') return [...needsOf(left), ...needsOf(right)]
  if (left.kind !== 'name' || !/^\$\.[\w.-]+$/.test(left.name) || !/^[=!<>]/.test(operator)) return []
  return [{ path: left.name.slice(2), fits: compare(operator, wordOf(right), right.kind === 'string') }]
}

function testOf(expression: Expression): ObjectTest {
  if (expression.kind === 'unary' && expression.operator === '!') {
    const test = testOf(expression.operand)
    return (value) => !test(value)
  }
  if (expression.kind !== 'binary') throw new Error('a comparison is expected')
  const { operator, left, right } = expression
  if (operator === '&&' || operator === '||') {
    const [first, second] = [testOf(left), testOf(right)]
    return operator === '&&' ? (value) => first(value) && second(value) : (value) => first(value) || second(value)
  }
  if (left.kind !== 'name' || !left.name.startsWith('$')) throw new Error('a property such as $.status is expected')
  return comparison(left.name, operator, right)
}

function comparison(path: string, operator: string, right: Expression): ObjectTest {
  const at = propertyAt(path)
  if (operator === 'is') return isTest(at, wordOf(right))
  if (operator === 'not') {
    if (wordOf(right).toUpperCase() !== 'EXISTS') throw new Error('EXISTS is expected after NOT')
    return (value) => at(value) === undefined
  }
  const test = compare(operator, wordOf(right), right.kind === 'string')
  return (value) => {
    const found = at(value)
    return Array.isArray(found) ? found.some(test) : test(found)
  }
}

function isTest(at: (value: unknown) => unknown, word: string): ObjectTest {
  const wanted = { NULL: null, TRUE: true, FALSE: false }[word.toUpperCase()]
  if (wanted === undefined) throw new Error('NULL, TRUE or FALSE is expected after IS')
  return (value) => at(value) === wanted
}

function wordOf(expression: Expression): string {
  if (expression.kind === 'number' || expression.kind === 'string') return String(expression.value)
  if (expression.kind === 'duration') return `${expression.count}${expression.unit}`
  if (expression.kind === 'name') return expression.name
  if (expression.kind === 'unary' && expression.operator === '-') return `-${wordOf(expression.operand)}`
  throw new Error('a value is expected')
}
