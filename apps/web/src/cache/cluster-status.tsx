import type { CacheView } from '@callboard/shared-types/cache/cache.schemas'
import { Status, type StatusIcon } from '../ui/status'
import type { Tone } from '../ui/tone'
import { Age } from '../ui/when'

const looks: Record<string, { icon: StatusIcon; tone: Tone; words: string }> = {
  AVAILABLE: { icon: 'ok', tone: 'ok', words: 'Available' },
  NOT_AVAILABLE: { icon: 'off', tone: 'off', words: 'Off' },
  CREATE_IN_PROGRESS: { icon: 'changing', tone: 'warn', words: 'Being made' },
  DELETE_IN_PROGRESS: { icon: 'changing', tone: 'warn', words: 'Being taken away' },
  FLUSH_IN_PROGRESS: { icon: 'changing', tone: 'warn', words: 'Being flushed' },
}

/** What the cluster is doing, in words, and since when. */
export function ClusterStatus({ view: { status, changingSince } }: { view: CacheView }) {
  const { icon, tone, words } = looks[status] ?? { icon: 'unknown' as const, tone: 'warn' as const, words: status }
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      <Status icon={icon} tone={tone}>
        <b>{words}</b>
      </Status>
      {icon === 'changing' && (
        <span className="text-ink-2 text-xs">
          {changingSince ? (
            <>
              begun <Age at={changingSince} />
            </>
          ) : (
            'begun outside Callboard, AWS doesn’t tell when'
          )}
          ; AWS takes about 4 minutes
        </span>
      )}
    </span>
  )
}
