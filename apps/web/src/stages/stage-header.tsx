import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { StageView } from '@callboard/shared-types/stages/stages.schemas'
import { api } from '../lib/api'
import { environmentOf, type Environment } from '../lib/environment'
import { share } from '../lib/format'
import { StageChip } from '../ui/chip'
import { CopyButton } from '../ui/copy-button'
import { cx } from '../ui/cx'
import { Status } from '../ui/status'
import { Age, AsOf } from '../ui/when'
import { StageMenu } from './stage-menu'
import type { StageAct } from './stage-act'

const rules: Record<Environment, string> = { dev: 'border-l-dev', test: 'border-l-test', prod: 'border-l-prod' }

interface StageHeaderProps {
  address: StageAddress
  stage: StageView
  health: ReactNode
  onAct: (act: StageAct) => void
}

export function StageHeader({ address, stage, health, onAct }: StageHeaderProps) {
  const environment = environmentOf(address.stage, stage.production)
  const { canarySettings: canary } = stage.config
  return (
    <header className={cx('flex flex-col gap-1 border-l-4 pl-3', rules[environment])}>
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <h1 className="text-xl font-semibold tracking-tight">{stage.apiName}</h1>
        <StageChip stage={address.stage} environment={environment} />
        <span className="text-ink-3 font-mono text-xs">{address.apiId}</span>
        <div className="ml-auto flex flex-wrap items-center gap-x-4">
          {health}
          {canary && (
            <Status icon="canary" tone="canary">
              Canary {share(canary.percentTraffic)}
            </Status>
          )}
          {stage.cacheClusterStatus.endsWith('_IN_PROGRESS') && (
            <Status icon="changing" tone="warn">
              Cache changing
            </Status>
          )}
          <StageMenu connection={address.connection} stage={address.stage} onAct={onAct} />
        </div>
      </div>
      <div className="text-ink-2 flex flex-wrap items-center gap-x-4 gap-y-0.5 text-xs">
        <span className="flex min-w-0 items-center gap-1">
          <span className="min-w-0 font-mono wrap-anywhere">{stage.invokeUrl}</span>
          <CopyButton text={stage.invokeUrl} what="invoke URL" />
        </span>
        <LiveDeployment address={address} id={stage.config.deploymentId} />
        <AsOf at={stage.asOf} />
      </div>
    </header>
  )
}

/** What is live, since when, and who made it. */
function LiveDeployment({ address, id }: { address: StageAddress; id: string | undefined }) {
  const history = useQuery(api.deployments.list.queryOptions({ input: address, staleTime: 30_000 }))
  if (!id) return <span>No deployment is live</span>
  const live = history.data?.items.find((deployment) => deployment.id === id)
  return (
    <span>
      Live: <b className="text-ink font-mono">{live?.label ?? id}</b>
      {live && (
        <>
          , made <Age at={live.createdAt} /> by {live.by ?? 'someone outside Callboard'}
        </>
      )}
    </span>
  )
}
