import { Archive } from 'lucide-react'
import type { Deployment, DeploymentHistory } from '@callboard/shared-types/deployments/deployments.schemas'
import { Button } from '../ui/button'
import { cx } from '../ui/cx'
import { Td } from '../ui/table'
import { Age, DateTime } from '../ui/when'
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
      <Td className="w-8">
        {kept && (
          <input
            type="checkbox"
            aria-label={`Compare ${name}`}
            checked={ticked.includes(id)}
            onChange={() => onTick(id)}
            className="accent-accent block size-3.75"
          />
        )}
      </Td>
      <Td>
        <span className="font-mono text-sm line-through sm:whitespace-nowrap">{name}</span>
        {label && <span className="font-mono text-xs max-xl:block xl:ml-2">{id}</span>}
      </Td>
      <Td className="text-xs">
        Gone from AWS, noticed <Age at={goneAt} />
      </Td>
      <Td className="text-xs whitespace-nowrap max-md:hidden">{by ?? 'outside Callboard'}</Td>
      <Td className="text-xs">
        <span className="max-xl:block">
          <Age at={createdAt} />
        </span>{' '}
        <span className="max-sm:hidden">
          <DateTime at={createdAt} />
        </span>
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
        {kept && live && (
          <Button
            look="quiet"
            size="small"
            className="max-md:hidden"
            onClick={() => onCompare([live.id, id])}
            aria-label={`Compare ${name} with live`}
          >
            Compare with live
          </Button>
        )}
      </Td>
    </tr>
  )
}
