import type { MetricTransformation } from '@aws-sdk/client-cloudwatch-logs'
import type { Dimension } from '@aws-sdk/client-cloudwatch'
import { dimensionsKey } from '../../cloudwatch/metric-name.ts'
import { LooseTally } from '../../cloudwatch/loose-tally.ts'
import { readPattern } from '../filter-pattern/filter-pattern.ts'
import type { Need } from '../need.ts'
import { isNumber } from './check-metric-filter.ts'

/** What one line publishes. */
type Published = { value: number; dimensions: Dimension[] }

/** A filter, ready to be applied to lines. */
export type LineFilter = { needs: Need[]; publish(message: string): Published | undefined }

/**
 * Makes a filter of its definition. A line whose value is no number, or that lacks a field of a dimension, publishes
 * nothing (guessed).
 */
export function lineFilter(patternText: string, transformation: MetricTransformation): LineFilter {
  const { metricValue = '', dimensions = {} } = transformation
  const pattern = readPattern(patternText)
  const fixed = isNumber(metricValue) ? Number(metricValue) : undefined
  const read = pattern.reader(metricValue)
  const readers = Object.entries(dimensions).map(([Name, selector]) => [Name, pattern.reader(selector)] as const)
  return {
    needs: pattern.needs,
    publish(message) {
      if (!pattern.matches(message)) return undefined
      const value = fixed ?? numberIn(read?.(message))
      const found = readers.map(([Name, reader]) => ({ Name, Value: textIn(reader?.(message)) }))
      if (!Number.isFinite(value) || found.some(({ Value }) => Value === undefined)) return undefined
      return { value, dimensions: found }
    },
  }
}

const numberIn = (value: unknown): number =>
  typeof value === 'number' ? value : typeof value === 'string' && isNumber(value) ? Number(value) : NaN

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' ? value || undefined : isPlain(value) ? String(value) : undefined

const isPlain = (value: unknown) => typeof value === 'number' || typeof value === 'boolean'

/** What a filter made of the events of one minute. */
export class FilteredMinute {
  events = 0
  readonly #byDimensions = new Map<string, { dimensions: Dimension[]; tally: LooseTally }>()

  add({ value, dimensions }: Published): void {
    const key = dimensionsKey(dimensions)
    const known = this.#byDimensions.get(key) ?? { dimensions, tally: new LooseTally() }
    this.#byDimensions.set(key, known)
    known.tally.add(value, 1)
  }

  get hasValues(): boolean {
    return this.#byDimensions.size > 0
  }

  tallyOf(key: string): LooseTally | undefined {
    return this.#byDimensions.get(key)?.tally
  }

  get dimensionSets(): Dimension[][] {
    return [...this.#byDimensions.values()].map(({ dimensions }) => dimensions)
  }
}
