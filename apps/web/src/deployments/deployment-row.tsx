import { Trash2 } from 'lucide-react'
import type { Deployment } from '@callboard/shared-types/deployments/deployments.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { Environment } from '../lib/environment'
import { Button } from '../ui/button'
import { Chip, StageChip } from '../ui/chip'
import { cx } from '../ui/cx'
import { Td } from '../ui/table'
import { CompareTick, CompareWithLive, MadeAt } from './deployment-cells'
import { RoutesCount } from './routes-count'

/** What every row of a stage's history knows of the page, and can do to it. */
export interface RowContext {
  address: StageAddress
  environment: Environment
  /** The deployments ticked for comparing. */
  ticked: string[]
  whyNotRoll: string | null
  whyNotDelete: string | null
  onTick: (id: string) => void
  onCompare: (ids: string[]) => void
  onRollBack: (id: string) => void
  onDelete: (id: string) => void
}

interface DeploymentRowProps extends RowContext {
  deployment: Deployment
  /** What this stage runs. */
  live: Deployment | undefined
}

export function DeploymentRow({
  deployment,
  live,
  address,
  environment,
  ticked,
  whyNotRoll,
  whyNotDelete,
  onTick,
  onCompare,
  onRollBack,
  onDelete,
}: DeploymentRowProps) {
  const { id, label, by, createdAt, liveOn, canaryOn } = deployment
  const name = label ?? id
  const isLive = live?.id === id
  const unused = liveOn.length === 0 && canaryOn.length === 0
  const isCanary = canaryOn.includes(address.stage)
  const badges = (
    <span className="flex flex-wrap items-center gap-1.5">
      {isLive && <StageChip stage={`live on ${address.stage}`} environment={environment} />}
      {isCanary && <Chip tone="canary">canary on {address.stage}</Chip>}
      {liveOn
        .filter((stage) => stage !== address.stage)
        .map((stage) => (
          <span key={stage} className="text-ink-3 text-xs">
            {stage}
          </span>
        ))}
    </span>
  )
  return (
    <tr className={cx('hover:bg-hover', ticked.includes(id) && 'bg-accent-weak/50')}>
      <Td className="w-8">
        <CompareTick id={id} name={name} ticked={ticked} onTick={onTick} />
      </Td>
      <Td>
        <span className="font-mono text-sm font-semibold sm:whitespace-nowrap">{name}</span>
        {label && <span className="text-ink-3 font-mono text-xs max-xl:block xl:ml-2">{id}</span>}
      </Td>
      <Td>{badges}</Td>
      <Td className="text-ink-2 text-xs whitespace-nowrap max-md:hidden">{by ?? 'outside Callboard'}</Td>
      <Td className="text-ink-2 text-xs">
        <MadeAt at={createdAt} />
      </Td>
      <Td className="text-ink-2 text-right text-xs whitespace-nowrap max-md:hidden">
        <RoutesCount address={address} deploymentId={id} />
      </Td>
      <Td className="text-right">
        {isLive ? (
          <span className="text-ink-3 text-xs">Live now</span>
        ) : (
          <span className="inline-flex justify-end gap-1.5">
            {live && <CompareWithLive name={name} onCompare={() => onCompare([live.id, id])} />}
            <Button size="small" why={whyNotRoll} onClick={() => onRollBack(id)} aria-label={`Roll back to ${name}`}>
              <span className="md:hidden">Roll back…</span>
              <span className="max-md:hidden">Roll back to this…</span>
            </Button>
            <Button
              look="quiet"
              size="small"
              why={whyNotDelete ?? (unused ? null : 'A stage runs it: point that stage elsewhere first.')}
              onClick={() => onDelete(id)}
              aria-label={`Delete ${name}`}
              title="Delete…"
            >
              <Trash2 size={13} aria-hidden />
            </Button>
          </span>
        )}
      </Td>
    </tr>
  )
}
