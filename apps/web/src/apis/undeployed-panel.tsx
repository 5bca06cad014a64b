import { ChevronRight, Rocket } from 'lucide-react'
import { environmentOf } from '../lib/environment'
import { plural, words } from '../lib/format'
import { Button } from '../ui/button'
import { StageChip } from '../ui/chip'
import { Panel } from '../ui/panel'
import { RouteChanges } from '../ui/route-changes'
import { Status } from '../ui/status'
import type { StageColumn } from './stage-columns'
import type { ApiAddress } from './api-address'

interface UndeployedPanelProps {
  address: ApiAddress
  stages: StageColumn[]
  whyNotDeploy: string | null
  onDeploy: (stage: string) => void
}

/** What of the API as it's defined now each stage doesn't run yet. */
export const UndeployedPanel = ({ stages, whyNotDeploy, onDeploy }: UndeployedPanelProps) => (
  <Panel title="Undeployed changes" note="the API as it is defined now, against what each stage runs">
    <ul className="divide-line-soft divide-y">
      {stages.map((stage) => (
        <li key={stage.stage} className="flex flex-wrap items-start gap-x-3 gap-y-1 py-1.5">
          <span className="w-24 pt-0.5">
            <StageChip stage={stage.stage} environment={environmentOf(stage.stage, stage.production)} />
          </span>
          <div className="min-w-0 flex-1 pt-0.5">
            <Undeployed stage={stage} />
          </div>
          <Button
            size="small"
            why={whyNotDeploy}
            onClick={() => onDeploy(stage.stage)}
            aria-label={`Deploy now to ${stage.stage}`}
          >
            <Rocket size={13} aria-hidden /> Deploy now…
          </Button>
        </li>
      ))}
    </ul>
    {whyNotDeploy && <p className="text-ink-2 mt-2 text-xs">{whyNotDeploy}</p>}
    <p className="text-ink-3 mt-2 text-xs">
      Routes, how each is authorised and whether it wants a key: that is all AWS keeps of a deployment. A change of an
      integration, a mapping template or a model can’t be seen here, so “no route differs” doesn’t mean that deploying
      changes nothing.
    </p>
  </Panel>
)

function Undeployed({ stage: { stage, config, undeployed } }: { stage: StageColumn }) {
  if (!undeployed) {
    return (
      <Status icon="unknown" tone="off">
        {config.deploymentId ? 'AWS didn’t tell the routes' : 'Runs no deployment yet'}
      </Status>
    )
  }
  const { added, removed, changed } = undeployed
  const counts = [
    added.length > 0 && `${plural(added.length, 'route')} added`,
    removed.length > 0 && `${plural(removed.length, 'route')} removed`,
    changed.length > 0 && `${plural(changed.length, 'route')} changed`,
  ].filter((text) => text !== false)
  if (counts.length === 0) {
    return (
      <Status icon="ok" tone="ok">
        No route differs
      </Status>
    )
  }
  return (
    <details className="group">
      <summary className="inline-flex cursor-pointer list-none items-center gap-1 rounded-sm">
        <ChevronRight size={13} aria-hidden className="text-ink-3 transition-transform group-open:rotate-90" />
        <Status icon="warn" tone="warn">
          {words(counts)}
        </Status>
        <span className="sr-only"> for {stage}</span>
      </summary>
      <RouteChanges difference={undeployed} newer="the API as it is now" />
    </details>
  )
}
