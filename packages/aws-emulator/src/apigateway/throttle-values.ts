import { z } from 'zod'
import { badRequest } from '../lib/aws-error.ts'
import type { ThrottleRecord } from './records.ts'

/** A number in a patch: only a rate may have decimals. Sentence guessed. */
export function readLimit(name: string, value: string): number {
  const shape = name === 'rateLimit' ? /^\d+(\.\d+)?$/ : /^\d+$/
  if (!shape.test(value)) throw badRequest(`Invalid value for ${name}: ${value}. Must be a number that is not negative`)
  return Number(value)
}

const limits = z.strictObject({ rateLimit: z.number().min(0).optional(), burstLimit: z.int().min(0).optional() })
const throttleMap = z.record(z.string(), limits)

/** The map that a patch brings as JSON text, method to limits. Sentence guessed. */
export function readThrottleMap(value: string): Record<string, ThrottleRecord> {
  try {
    return throttleMap.parse(JSON.parse(value))
  } catch {
    throw badRequest('Invalid throttle settings specified')
  }
}
