import type { CacheView } from '@callboard/shared-types/cache/cache.schemas'
import { percent, plural } from '../lib/format'
import { Sparkline } from '../ui/charts/sparkline'
import { Panel } from '../ui/panel'

/** How often the cache answered in the last hour. */
export function HitsPanel({ view: { hits, misses, hitRatio, figuresUnknown } }: { view: CacheView }) {
  const all = hits === null && misses === null ? null : (hits ?? 0) + (misses ?? 0)
  const ratio = all ? (hits ?? 0) / all : null
  return (
    <Panel title="Hit ratio" note="last hour, finished minutes">
      {figuresUnknown ? (
        <p className="text-warn text-sm">CloudWatch didn’t tell: {figuresUnknown}</p>
      ) : ratio === null ? (
        <p className="text-ink-2 text-sm">No data: in the last hour no call could have been answered by a cache.</p>
      ) : (
        <div className="flex flex-col gap-1">
          <Sparkline
            series={hitRatio}
            color="var(--color-base)"
            floor={1}
            label={`Hit ratio by minute over the last hour, ${percent(ratio)} in all`}
          />
          <b className="text-xl">{percent(ratio)}</b>
          <p className="text-ink-2 text-xs">
            {plural(hits ?? 0, 'hit')} and {plural(misses ?? 0, 'miss', 'misses')}. Calls to methods that aren’t cached
            are neither.
          </p>
        </div>
      )}
    </Panel>
  )
}
