import { fromInstant, type Instant } from '@callboard/shared-types/lib/instant'
import type { Zone } from './preferences'

const nbsp = '\u00a0'
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const tenth = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
const oneDigit = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const twoDigits = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })
const relative = new Intl.RelativeTimeFormat('en', { style: 'narrow' })
const list = new Intl.ListFormat('en', { type: 'conjunction' })

/** What stands where there is no figure: no data is not zero. */
export const noData = '–'

export const count = (value: number): string => (value < 10 ? tenth : whole).format(value)

/** @param rate 0 to 1 */
export function percent(rate: number): string {
  const value = rate * 100
  if (value === 0 || value >= 100) return shortPercent(rate)
  if (value < 0.01) return `<0.01${nbsp}%`
  return `${(value < 0.1 ? twoDigits : oneDigit).format(value)}${nbsp}%`
}

/** Without a digit that says nothing, for an axis. @param rate 0 to 1 */
export const shortPercent = (rate: number): string => `${tenth.format(rate * 100)}${nbsp}%`

/** @param value 0 to 100 */
export const share = (value: number): string => `${tenth.format(value)}${nbsp}%`

/** @param ms milliseconds */
export const duration = (ms: number): string =>
  ms < 10_000 ? `${whole.format(ms)}${nbsp}ms` : `${tenth.format(ms / 1000)}${nbsp}s`

/** Short enough for an axis. @param ms milliseconds */
export const shortDuration = (ms: number): string =>
  ms < 1_000 ? `${(ms < 10 ? tenth : whole).format(ms)}${nbsp}ms` : `${tenth.format(ms / 1000)}${nbsp}s`

export const words = (items: string[]): string => list.format(items)

/** `1 route`, `2 routes` */
export const plural = (n: number, one: string, many = `${one}s`): string => `${whole.format(n)} ${n === 1 ? one : many}`

const bytesUnits = ['B', 'kB', 'MB', 'GB', 'TB']

/** @param n bytes */
export function bytes(n: number): string {
  const power = n < 1 ? 0 : Math.min(Math.floor(Math.log10(n) / 3), bytesUnits.length - 1)
  return `${tenth.format(n / 1000 ** power)}${nbsp}${bytesUnits[power]}`
}

const dollars = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumSignificantDigits: 2 })

/** To two digits, however little it is. */
export const usd = (amount: number): string => dollars.format(amount)

/** @param seconds a CloudWatch period */
export const period = (seconds: number): string =>
  seconds % 3600 === 0 ? `${seconds / 3600}${nbsp}h` : `${Math.round(seconds / 60)}${nbsp}min`

/** A long time in one unit, such as `3 h` or `7 days`. @param ms milliseconds */
export function longSpan(ms: number): string {
  if (ms % 86_400_000 === 0) return plural(ms / 86_400_000, 'day')
  return ms % 3_600_000 === 0 ? `${ms / 3_600_000}${nbsp}h` : `${tenth.format(ms / 60_000)}${nbsp}min`
}

const steps: [unit: Intl.RelativeTimeFormatUnit, ms: number][] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** @param now world time, epoch milliseconds */
export function age(at: Instant, now: number): string {
  const passed = now - fromInstant(at)
  const [unit, ms] = steps.find(([, size]) => passed >= size) ?? ['second', 1000]
  if (unit === 'second') return 'just now'
  return relative.format(-Math.floor(passed / ms), unit)
}

const formats = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  clock: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  millis: { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3, hourCycle: 'h23' },
  day: { day: 'numeric', month: 'short' },
  dateTime: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  full: { dateStyle: 'full', timeStyle: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const made = new Map<string, Intl.DateTimeFormat>()

/** @param at an instant, or epoch milliseconds */
export function date(at: Instant | number, format: keyof typeof formats, zone: Zone): string {
  const key = `${format} ${zone}`
  const known = made.get(key)
  const formatter =
    known ?? new Intl.DateTimeFormat('en-GB', { ...formats[format], timeZone: zone === 'utc' ? 'UTC' : undefined })
  if (!known) made.set(key, formatter)
  return formatter.format(typeof at === 'number' ? at : fromInstant(at))
}
