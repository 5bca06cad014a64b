import { NumericValue } from '@smithy/core/serde'

/** Doubles are written with a decimal point, as recorded (`50.0`, `10000.0`); JavaScript would drop it. */
export function asDouble(value: number): number {
  return Number.isInteger(value) ? (new NumericValue(value.toFixed(1), 'bigDecimal') as unknown as number) : value
}
