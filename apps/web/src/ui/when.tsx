import type { Instant } from '@callboard/shared-types/lib/instant'
import { age, date } from '../lib/format'
import { usePreferences } from '../lib/preferences'
import { useWorldNow } from '../lib/world-clock'

/** How long ago, on the world's clock; the full date on hover. */
export function Age({ at }: { at: Instant }) {
  const { zone } = usePreferences()
  return (
    <time dateTime={at} title={date(at, 'full', zone)} className="whitespace-nowrap">
      {age(at, useWorldNow())}
    </time>
  )
}

/** Day and minute, local or UTC as the person chose. */
export function DateTime({ at, format = 'dateTime' }: { at: Instant; format?: 'dateTime' | 'clock' }) {
  const { zone } = usePreferences()
  return (
    <time dateTime={at} title={date(at, 'full', zone)} className="whitespace-nowrap">
      {date(at, format, zone)}
    </time>
  )
}

/** When what is shown was read. */
export function AsOf({ at }: { at: Instant | undefined }) {
  if (!at) return null
  return (
    <span className="text-ink-3 text-xs whitespace-nowrap">
      as of <DateTime at={at} format="clock" />
    </span>
  )
}
