import { memo, type MouseEventHandler } from 'react'
import type { KeyRow } from '@callboard/shared-types/keys/keys.schemas'
import { cx } from '../ui/cx'
import { GridCell } from '../ui/grid-table'
import { Status } from '../ui/status'
import { useFilled } from '../ui/use-filled'
import { Age } from '../ui/when'
import { keyGrid } from './key-columns'
import { KeyStripCell } from './key-strip-cell'

interface KeyTableRowProps {
  connection: string
  row: KeyRow
  planNames: Map<string, string>
  plansKnown: boolean
  /** Its place in the whole table. */
  index: number
  /** From the top of the rows, in pixels. */
  top: number
  /** Follows a link of the row. */
  onGo: MouseEventHandler<HTMLAnchorElement>
}

/** At first its name, which is all that is read of a row flying past; the rest when its turn has come. */
export const KeyTableRow = memo(function KeyTableRow({
  connection,
  row,
  planNames,
  plansKnown,
  index,
  top,
  onGo,
}: KeyTableRowProps) {
  const filled = useFilled()
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      style={{ top }}
      className={cx(
        keyGrid,
        'bg-panel hover:bg-hover border-line-soft absolute inset-x-0 h-12 items-center border-b contain-[size_layout_style]',
      )}
    >
      <GridCell>
        <a
          href={`/c/${connection}/keys/${row.id}`}
          onClick={onGo}
          title={row.name}
          className="block max-w-full overflow-clip font-semibold text-ellipsis whitespace-nowrap after:absolute after:inset-0"
        >
          {row.name || row.id}
        </a>
        <span className="text-ink-3 block overflow-clip font-mono text-xs text-ellipsis whitespace-nowrap">
          {row.id}
        </span>
      </GridCell>
      {filled && (
        <>
          <GridCell className="truncate max-lg:hidden">
            {row.owner ?? <span className="text-ink-3">nobody named</span>}
            {row.email && <span className="text-ink-3 block truncate text-xs">{row.email}</span>}
          </GridCell>
          <GridCell>
            <KeyState enabled={row.enabled} />
          </GridCell>
          <GridCell className="truncate">
            {row.planIds.length === 0 ? (
              <span className="text-ink-3">{plansKnown ? 'none' : '…'}</span>
            ) : (
              row.planIds.map((id) => planNames.get(id) ?? id).join(', ')
            )}
          </GridCell>
          <GridCell className="max-lg:hidden">
            {row.planIds.length > 0 && <KeyStripCell connection={connection} keyId={row.id} name={row.name} />}
          </GridCell>
          <GridCell className="text-ink-2 max-sm:hidden">
            <Age at={row.createdAt} />
          </GridCell>
        </>
      )}
    </div>
  )
})

export const KeyState = ({ enabled }: { enabled: boolean }) => (
  <Status icon={enabled ? 'ok' : 'off'} tone={enabled ? 'ok' : 'off'}>
    {enabled ? 'Enabled' : 'Disabled'}
  </Status>
)
