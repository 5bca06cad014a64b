import type { Moment } from '@callboard/shared-types/history/history.schemas'
import { date } from '../lib/format'
import { usePreferences } from '../lib/preferences'

/** What a moment is called where nothing but text goes. */
export function useMomentWords() {
  const { zone } = usePreferences()
  return {
    day: ({ at }: Moment) => date(at, 'day', zone),
    text: ({ at, change }: Moment) => `${date(at, 'dateTime', zone)}: ${change?.title ?? 'first seen'}`,
  }
}
