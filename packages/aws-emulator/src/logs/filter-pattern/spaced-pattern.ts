import type { FilterPattern } from './pattern.ts'
import { compare, type ValueTest } from './value-test.ts'

/** A field of the pattern, or `…` for any number of fields. */
type Field = 'rest' | { name: string; test: ValueTest }

const condition = /^(\w+)\s*(?:(=|!=|<=|>=|<|>)\s*(?:"([^"]*)"|(\S+)))?$/
const fieldsOfLine = /"([^"]*)"|\[([^\]]*)\]|(\S+)/g

/** `[ip, user, time, request, status_code = 5*, ...]`: one name for each field of the line; quotes and brackets hold one together. */
export function spacedPattern(text: string): FilterPattern {
  const [, inside] = /^\[([^]*)\]$/.exec(text) ?? []
  if (inside === undefined) throw new Error('a closing bracket is missing')
  const fields = inside.split(',').map((part) => readField(part.trim()))
  if (fields.filter((field) => field === 'rest').length > 1) throw new Error('an ellipsis may occur once')
  const placed = (message: string) => place(fields, valuesIn(message))
  return {
    kind: 'spaced',
    matches: (message) => placed(message)?.every(([{ test }, value]) => test(value)) ?? false,
    reader: (selector) => {
      const name = selector.slice(1)
      const isField = selector.startsWith('$') && fields.some((field) => field !== 'rest' && field.name === name)
      return isField ? (message) => placed(message)?.find(([field]) => field.name === name)?.[1] : undefined
    },
    named: fields.flatMap((field) => (field === 'rest' ? [] : [`$${field.name}`])),
    needs: [],
  }
}

const valuesIn = (message: string) => [...message.matchAll(fieldsOfLine)].map(([, a, b, c]) => a ?? b ?? c ?? '')

function readField(text: string): Field {
  if (text === '...') return 'rest'
  const parts = text.split(/\s*(&&|\|\|)\s*/)
  const conditions = parts.filter((_, index) => index % 2 === 0).map(readCondition)
  const isAny = parts.includes('||')
  return {
    name: conditions[0]!.name,
    test: (value) => (isAny ? conditions.some(({ test }) => test(value)) : conditions.every(({ test }) => test(value))),
  }
}

function readCondition(text: string): { name: string; test: ValueTest } {
  const [, name, operator, quoted, bare] = condition.exec(text) ?? []
  if (name === undefined) throw new Error(`"${text}" is no field`)
  const test = operator === undefined ? () => true : compare(operator, quoted ?? bare ?? '', quoted !== undefined)
  return { name, test }
}

/** Each field of the pattern with its value; undefined where the line has another number of them. */
function place(fields: Field[], values: string[]): [Exclude<Field, 'rest'>, string][] | undefined {
  const rest = fields.indexOf('rest')
  const named = fields.filter((field) => field !== 'rest')
  if (rest < 0 ? named.length !== values.length : values.length < named.length) return undefined
  const before = rest < 0 ? named.length : rest
  const kept = [...values.slice(0, before), ...values.slice(values.length - (named.length - before))]
  return named.map((field, index) => [field, kept[index]!])
}
