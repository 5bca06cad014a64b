import { rangeBetween, type TimeRange } from '@callboard/shared-types/lib/time-range'
import type { Zone } from './preferences'

const shape = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/

/** What a person types for an instant, `2026-11-24 09:00` or a day alone, as epoch milliseconds; null where it's none. */
export function typedInstant(text: string, zone: Zone): number | null {
  const found = shape.exec(text.trim())
  if (!found) return null
  const [year, month, day, hour, minute, second] = found.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) return null
  return zone === 'utc'
    ? Date.UTC(year, month - 1, day, hour, minute, second)
    : new Date(year, month - 1, day, hour, minute, second).getTime()
}

const two = (n: number) => String(n).padStart(2, '0')

/** An instant as it is typed. */
export function spelledInstant(ms: number, zone: Zone): string {
  const at = new Date(ms)
  return zone === 'utc'
    ? `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
    : `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}

/** A range out of what is typed into two fields, the second one empty for now; or what is wrong with which. */
export function typedRange(
  { from, to }: { from: string; to: string },
  zone: Zone,
  nowMs: number,
): { range: TimeRange } | { field: 'from' | 'to'; error: string } {
  const begin = typedInstant(from, zone)
  if (begin === null) return { field: 'from', error: 'Such as 2026-11-24 09:00' }
  if (begin >= nowMs) return { field: 'from', error: 'Is still to come' }
  if (to.trim() === '') return { range: rangeBetween(begin) }
  const end = typedInstant(to, zone)
  if (end === null) return { field: 'to', error: 'Such as 2026-11-24 10:00, or nothing for now' }
  if (end <= begin) return { field: 'to', error: 'Is before the beginning' }
  return { range: rangeBetween(begin, end) }
}
