import { Archive } from 'lucide-react'
import type { Deployment, DeploymentHistory } from '@callboard/shared-types/deployments/deployments.schemas'
import { cx } from '../ui/cx'
import { Td } from '../ui/table'
import { Age } from '../ui/when'
import { CompareTick, CompareWithLive, MadeAt } from './deployment-cells'
import type { RowContext } from './deployment-row'

interface GoneRowProps extends RowContext {
  deployment: DeploymentHistory['gone'][number]
  live: Deployment | undefined
}

/** A deployment that AWS has no more: what it was called, and its definition where that was kept. */
export function GoneRow({ deployment, live, ticked, onTick, onCompare }: GoneRowProps) {
  const { id, label, by, createdAt, goneAt, definition } = deployment
  const name = label ?? id
  const kept = definition !== null && definition.failure === null
  return (
    <tr className={cx('text-ink-3', ticked.includes(id) ? 'bg-accent-weak/50' : 'hover:bg-hover')}>
      <Td className="w-8">{kept && <CompareTick id={id} name={name} ticked={ticked} onTick={onTick} />}</Td>
      <Td>
        <span className="font-mono text-sm line-through sm:whitespace-nowrap">{name}</span>
        {label && <span className="font-mono text-xs max-xl:block xl:ml-2">{id}</span>}
      </Td>
      <Td className="text-xs">
        Gone from AWS, noticed <Age at={goneAt} />
      </Td>
      <Td className="text-xs whitespace-nowrap max-md:hidden">{by ?? 'outside Callboard'}</Td>
      <Td className="text-xs">
        <MadeAt at={createdAt} />
      </Td>
      <Td className="text-right text-xs whitespace-nowrap max-md:hidden">
        {kept ? (
          <span className="inline-flex items-center gap-1">
            <Archive size={12} aria-hidden /> kept
          </span>
        ) : (
          'not kept'
        )}
      </Td>
      <Td className="text-right">
        {kept && live && <CompareWithLive name={name} onCompare={() => onCompare([live.id, id])} />}
      </Td>
    </tr>
  )
}
