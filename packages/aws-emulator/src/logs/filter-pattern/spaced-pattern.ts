import { compare, type ValueTest } from './value-test.ts'

type LineTest = (message: string) => boolean

/** A field of the pattern, or `…` for any number of fields. */
type Field = 'rest' | ValueTest

const condition = /^(\w+)\s*(?:(=|!=|<=|>=|<|>)\s*(?:"([^"]*)"|(\S+)))?$/
const fieldsOfLine = /"([^"]*)"|\[([^\]]*)\]|(\S+)/g

/** `[ip, user, time, request, status_code = 5*, ...]`: one name for each field of the line; quotes and brackets hold one together. */
export function spacedTest(text: string): LineTest {
  const [, inside] = /^\[([^]*)\]$/.exec(text) ?? []
  if (inside === undefined) throw new Error('a closing bracket is missing')
  const fields = inside.split(',').map((part) => readField(part.trim()))
  if (fields.filter((field) => field === 'rest').length > 1) throw new Error('an ellipsis may occur once')
  return (message) =>
    matchesFields(
      fields,
      [...message.matchAll(fieldsOfLine)].map(([, a, b, c]) => a ?? b ?? c ?? ''),
    )
}

function readField(text: string): Field {
  if (text === '...') return 'rest'
  const parts = text.split(/\s*(&&|\|\|)\s*/)
  const tests = parts.filter((_, index) => index % 2 === 0).map(readCondition)
  const isAny = parts.includes('||')
  return (value) => (isAny ? tests.some((test) => test(value)) : tests.every((test) => test(value)))
}

function readCondition(text: string): ValueTest {
  const [, name, operator, quoted, bare] = condition.exec(text) ?? []
  if (name === undefined) throw new Error(`"${text}" is no field`)
  return operator === undefined ? () => true : compare(operator, quoted ?? bare ?? '', quoted !== undefined)
}

function matchesFields(fields: Field[], values: string[]): boolean {
  const rest = fields.indexOf('rest')
  if (rest < 0) return fields.length === values.length && fields.every((field, index) => fits(field, values[index]))
  const [before, after] = [fields.slice(0, rest), fields.slice(rest + 1)]
  if (values.length < before.length + after.length) return false
  const tail = values.slice(values.length - after.length)
  return (
    before.every((field, index) => fits(field, values[index])) &&
    after.every((field, index) => fits(field, tail[index]))
  )
}

const fits = (field: Field, value: string | undefined) => field !== 'rest' && field(value)
