import { StatusName, type Breakdown, type LogsView } from '@callboard/shared-types/logs/logs.schemas'
import { count, percent } from '../lib/format'
import { cx } from '../ui/cx'
import { Empty } from '../ui/empty'
import { RowHead, Table, Td, Th } from '../ui/table'
import { filterFor, statusTerm } from './log-filter'

export type Cut = 'route' | 'key' | 'reason'

interface BreakdownTableProps {
  breakdown: Breakdown & { state: 'complete' }
  cut: Cut
  keys: LogsView['access']['keys']
  lacksKey: boolean
  onFilter: (filter: string) => void
}

const heads: Record<Cut, string> = { route: 'Route', key: 'API key', reason: 'Reason' }
const nameless: Record<Cut, string> = { route: 'no route', key: 'no key', reason: 'the backend’s own answer' }

const isServer = (name: StatusName) => name.startsWith('50') || name === 'other 5XX'

/** Statuses in columns, and what they are counted by in rows; a figure leads to its lines. */
export function BreakdownTable({ breakdown, cut, keys, lacksKey, onFilter }: BreakdownTableProps) {
  const { byStatus, total } = breakdown
  if (total === 0) return <Empty title="No call failed in this time">The access log has no line with 4XX or 5XX.</Empty>
  if (cut === 'key' && lacksKey)
    return (
      <Empty title="The access log doesn’t say whose key it was">Its format has no $context.identity.apiKeyId.</Empty>
    )
  const columns = StatusName.options.filter((name) => byStatus[name])
  const rows = { route: breakdown.byRoute, key: breakdown.byKey, reason: breakdown.byReason }[cut]
  const most = Math.max(...rows.map((row) => row.total))
  const filterOf = (name: string | null, status: StatusName | undefined) =>
    filterFor(keys, {
      status: status && statusTerm(status),
      route: cut === 'route' ? (name ?? undefined) : undefined,
      key: cut === 'key' ? (name ?? undefined) : undefined,
    })
  return (
    <div className="overflow-x-auto">
      <Table aria-label="Failed calls by status">
        <thead>
          <tr>
            <Th>{heads[cut]}</Th>
            {columns.map((name) => (
              <Th key={name} className="text-right">
                {name}
              </Th>
            ))}
            <Th className="text-right">All</Th>
            <Th className="w-1/5">
              <span className="sr-only">Share</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          <tr className="bg-sunken font-semibold">
            <RowHead className="font-semibold">All</RowHead>
            {columns.map((name) => (
              <Td key={name} className="text-right">
                <Figure value={byStatus[name]} server={isServer(name)} onClick={() => onFilter(filterOf(null, name))} />
              </Td>
            ))}
            <Td className="text-right">{count(total)}</Td>
            <Td />
          </tr>
          {rows.slice(0, 20).map((row) => (
            <tr key={row.name ?? ''}>
              <RowHead className={row.name === null ? 'text-ink-3' : 'font-mono text-xs'}>
                {row.name ?? nameless[cut]}
              </RowHead>
              {columns.map((name) => (
                <Td key={name} className="text-right">
                  <Figure
                    value={row.counts[name]}
                    server={isServer(name)}
                    onClick={cut === 'reason' ? undefined : () => onFilter(filterOf(row.name, name))}
                  />
                </Td>
              ))}
              <Td className="text-right">{count(row.total)}</Td>
              <Td>
                <span className="bg-line-soft block h-1.5 w-full rounded-full" title={percent(row.total / total)}>
                  <span
                    className="bg-bad block h-full rounded-full"
                    style={{ width: `${(row.total / most) * 100}%` }}
                  />
                </span>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

interface FigureProps {
  value: number | undefined
  server: boolean
  onClick: (() => void) | undefined
}

function Figure({ value, server, onClick }: FigureProps) {
  if (!value) return <span className="text-ink-3">0</span>
  const look = cx(server ? 'text-bad' : 'text-warn', onClick && 'hover:underline')
  if (!onClick) return <span className={look}>{count(value)}</span>
  return (
    <button type="button" className={look} title="Show these lines" onClick={onClick}>
      {count(value)}
    </button>
  )
}
