import { fromInstant } from '@callboard/shared-types/lib/instant'
import type { RangeNote, TimeRange } from '@callboard/shared-types/lib/time-range'
import { date, plural } from './format'
import type { Zone } from './preferences'

/** With a capital, as a sentence begins. */
export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const units = { m: 'minute', h: 'hour', d: 'day', w: 'week' } as const

/** A range as a person says it: `last 3 hours`, `since 24 Nov, 09:00`, `24 Nov, 09:00 to 10:00`. */
export function rangeInWords(range: TimeRange, zone: Zone): string {
  const relative = /^(\d+)([mhdw])$/.exec(range)
  if (relative) {
    const [n, unit] = [Number(relative[1]), units[relative[2] as keyof typeof units]]
    return n === 1 ? `last ${unit}` : `last ${plural(n, unit)}`
  }
  const [from = '', to = ''] = range.split('..')
  const first = date(fromInstant(from), 'dateTime', zone)
  if (!to) return `since ${first}`
  const sameDay = date(fromInstant(from), 'day', zone) === date(fromInstant(to), 'day', zone)
  return `${first} to ${date(fromInstant(to), sameDay ? 'time' : 'dateTime', zone)}`
}

export const rangeNotes: Record<RangeNote, string> = {
  reversed: 'The range ended before it began: it is read the other way round.',
  ends_in_future: 'The range reaches into the future: it is shown up to now.',
  too_long: 'CloudWatch keeps 455 days: what is older is left out.',
  too_short: 'The range was shorter than 5 minutes: it is widened to them.',
}
