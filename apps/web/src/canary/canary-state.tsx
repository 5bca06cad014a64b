import type { CanaryView } from '@callboard/shared-types/canary/canary.schemas'
import { share } from '../lib/format'
import { Status, type StatusIcon } from '../ui/status'
import type { Tone } from '../ui/tone'

type State = CanaryView['state']

const looks: Record<State, { icon: StatusIcon; tone: Tone }> = {
  none: { icon: 'off', tone: 'off' },
  idle: { icon: 'pending', tone: 'canary' },
  running: { icon: 'canary', tone: 'canary' },
  aborted: { icon: 'failed', tone: 'bad' },
  promoted_attached: { icon: 'warn', tone: 'warn' },
  promoted: { icon: 'ok', tone: 'ok' },
}

const words: Record<State, (percent: number) => string> = {
  none: () => 'No canary',
  idle: () => 'Idle (0 %)',
  running: (percent) => share(percent),
  aborted: () => 'Aborted',
  promoted_attached: () => 'Promoted, canary still attached',
  promoted: () => 'Promoted',
}

/** Where the canary is in its life, as one line. */
export const CanaryStatus = ({ state, percentTraffic }: Pick<CanaryView, 'state' | 'percentTraffic'>) => (
  <Status icon={looks[state].icon} tone={looks[state].tone}>
    <b>{words[state](percentTraffic ?? 0)}</b>
  </Status>
)
