import { AwsError, validationError } from '../lib/aws-error.ts'
import { requiredMembers, type Shape } from './operation-schema.ts'

/**
 * Checks a parsed body against the SDK's schema before the codec reads it: the codec trusts its input. `at` is the path
 * the framework would print, such as `updateStageInput.patchOperations`. The sentence of a wrong type is guessed.
 */
export function checkShape(shape: Shape, value: unknown, at: string): void {
  if (value === null || value === undefined) return
  if (shape.isStructSchema()) return checkStructure(shape, value, at)
  if (shape.isListSchema()) {
    if (!Array.isArray(value)) throw wrongType('a list', at)
    value.forEach((item, index) => checkItem(shape.getValueSchema(), item, `${at}.${index + 1}.member`))
  } else if (shape.isMapSchema()) {
    if (!isRecord(value)) throw wrongType('a map', at)
    for (const [key, item] of Object.entries(value)) checkItem(shape.getValueSchema(), item, `${at}.${key}.member`)
  } else checkSimple(shape, value, at)
}

/** Lists and maps hold no nulls here. */
function checkItem(shape: Shape, item: unknown, at: string): void {
  if (item === null) throw wrongType('a value', at)
  checkShape(shape, item, at)
}

function checkStructure(shape: Shape, value: unknown, at: string): void {
  if (!isRecord(value)) throw wrongType('an object', at)
  for (const [name, member] of shape.structIterator()) {
    const { jsonName } = member.getMergedTraits()
    const key = jsonName ?? name
    if (Object.hasOwn(value, key)) checkShape(member, value[key], `${at}.${name}`)
  }
}

function checkSimple(shape: Shape, value: unknown, at: string): void {
  if (shape.isNumericSchema() || shape.isTimestampSchema()) {
    if (typeof value !== 'number') throw wrongType('a number', at)
  } else if (shape.isBooleanSchema()) {
    if (typeof value !== 'boolean') throw wrongType('a boolean', at)
  } else if ((shape.isStringSchema() || shape.isBlobSchema()) && typeof value !== 'string') {
    throw wrongType('a string', at)
  }
}

/** The framework's sentence for absent members (documented form: `Member must not be null`). */
export function checkRequired(shape: Shape, input: Record<string, unknown>, at: string): void {
  const missing = requiredMembers(shape).filter((name) => input[name] === undefined)
  if (missing.length === 0) return
  throw validationError(
    missing.map((name) => `Value null at '${at}.${name}' failed to satisfy constraint: Member must not be null`),
  )
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const wrongType = (expected: string, at: string) =>
  new AwsError('SerializationException', 400, `Expected ${expected} at '${at}'`)
