import { fromInstant } from '@callboard/shared-types/lib/instant'
import type { Rehearsal } from '@callboard/shared-types/alarms/alarms.schemas'
import { date, longSpan, plural } from '../lib/format'
import { usePreferences } from '../lib/preferences'
import { StateStrip } from '../ui/charts/state-strip'

/** What a rule would have done over the last two weeks. */
export function RehearsalStrip({ rehearsal: { from, to, firings, points, unknown } }: { rehearsal: Rehearsal }) {
  const { zone } = usePreferences()
  if (unknown) return <span className="text-ink-2 text-xs">{unknown.why}</span>
  const last = firings.at(-1)
  const said =
    points === 0
      ? 'No data in the last two weeks'
      : firings.length === 0
        ? 'Would not have fired in the last two weeks'
        : `Would have fired ${plural(firings.length, 'time')} in the last two weeks`
  return (
    <div className="flex flex-col gap-0.5">
      <StateStrip
        from={fromInstant(from)}
        to={fromInstant(to)}
        label={said}
        stretches={[
          { from: fromInstant(from), to: fromInstant(to), look: points === 0 ? 'unknown' : 'ok' },
          ...firings.map((firing) => ({
            from: fromInstant(firing.from),
            to: fromInstant(firing.to),
            look: 'bad' as const,
          })),
        ]}
      />
      <span className="text-ink-2 text-xs">
        {said}
        {last &&
          (last.to === to
            ? `, last from ${date(last.from, 'dateTime', zone)} on, and still at ${date(to, 'clock', zone)}, the last full hour`
            : `, last on ${date(last.from, 'dateTime', zone)} for ${longSpan(fromInstant(last.to) - fromInstant(last.from))}`)}
      </span>
    </div>
  )
}
