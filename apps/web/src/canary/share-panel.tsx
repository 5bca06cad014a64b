import type { CanaryView } from '@callboard/shared-types/canary/canary.schemas'
import { share } from '../lib/format'
import { Panel } from '../ui/panel'
import { Split } from './split'

interface SharePanelProps {
  canary: CanaryView
  /** The share that is set up and not sent yet. */
  percent: number | null
  onPercent: (percent: number | null) => void
  error: string | null
}

export const SharePanel = ({ canary, percent, onPercent, error }: SharePanelProps) => (
  <Panel
    title="Split"
    note={
      percent === canary.percentTraffic
        ? 'as it is now'
        : `now ${share(canary.percentTraffic ?? 0)}; nothing changes before the review`
    }
  >
    <Split percent={percent} onChange={onPercent} callsPerMinute={canary.callsPerMinute} error={error} />
    <p className="text-ink-3 mt-2 text-xs">
      AWS draws each call at random: the same caller may meet both sides. Settings, throttling and usage plans are those
      of the stage on both.
    </p>
  </Panel>
)
