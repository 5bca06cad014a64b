import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { KeyUsage, PlanUsage } from '@callboard/shared-types/plans/usage.schemas'
import { count, plural } from '../lib/format'
import { Button } from '../ui/button'
import { DayStrip } from '../ui/charts/day-strip'
import { Chip } from '../ui/chip'
import { Empty } from '../ui/empty'
import { Panel } from '../ui/panel'
import { RowHead, Table, Td, Th } from '../ui/table'
import { UsageExport } from './usage-export'
import { QuotaCell } from './quota-cell'

/** So many are drawn at first. */
const first = 50

interface ConsumersPanelProps {
  connection: string
  usage: PlanUsage
  planName: string
  onExtend: (key: KeyUsage) => void
  /** Why the person may not, or null. */
  whyNotExtend: string | null
}

/** The keys by how much they call: who is new, who has gone quiet, whose quota runs out. */
export function ConsumersPanel({ connection, usage, planName, onExtend, whyNotExtend }: ConsumersPanelProps) {
  const [all, setAll] = useState(false)
  const shown = all ? usage.keys : usage.keys.slice(0, first)
  const running = usage.keys.filter(({ quota }) => quota?.runsOutAt).length
  const of = (trend: KeyUsage['trend']) => usage.keys.filter((key) => key.trend === trend && !key.gone).length
  const note = [
    running > 0 && `${plural(running, 'quota')} will run out`,
    of('new') > 0 && `${of('new')} new`,
    of('vanished') > 0 && `${of('vanished')} gone quiet`,
    of('silent') > 0 && `${of('silent')} silent`,
  ].filter(Boolean)
  return (
    <Panel
      flush
      title="Who uses it"
      note={note.join(' · ')}
      actions={<UsageExport usage={usage} name={planName} />}
      className="overflow-x-auto"
    >
      {usage.keys.length === 0 ? (
        <Empty title="No keys">Nobody is in this plan yet.</Empty>
      ) : (
        <Table aria-label="Keys of the plan by use">
          <thead>
            <tr>
              <Th>Key</Th>
              <Th className="text-right">Calls, {usage.days} d</Th>
              <Th className="max-md:hidden">By day</Th>
              <Th>Quota of this period</Th>
              <Th>
                <span className="sr-only">Acts</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {shown.map((key) => (
              <tr key={key.keyId}>
                <RowHead>
                  <Link
                    to="/c/$connection/keys/$keyId"
                    params={{ connection, keyId: key.keyId }}
                    className="font-semibold hover:underline"
                  >
                    {key.name || key.keyId}
                  </Link>{' '}
                  <Trend of={key} />
                  {key.owner && key.owner !== key.name && <span className="text-ink-3 block text-xs">{key.owner}</span>}
                </RowHead>
                <Td className="text-right">{count(key.total)}</Td>
                <Td className="max-md:hidden">
                  {key.total > 0 ? (
                    <DayStrip values={key.used.slice(-30)} label={`${key.name}: ${count(key.total)} calls`} />
                  ) : (
                    <span className="text-ink-3 text-xs">no calls</span>
                  )}
                </Td>
                <Td>
                  <QuotaCell of={key} />
                </Td>
                <Td className="text-right">
                  {!key.gone && key.quota && (
                    <Button
                      size="small"
                      why={whyNotExtend}
                      onClick={() => onExtend(key)}
                      aria-label={`Extend the quota of ${key.name}`}
                    >
                      Extend…
                    </Button>
                  )}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {usage.keys.length > shown.length && (
        <div className="px-3.5 py-2.5">
          <Button size="small" onClick={() => setAll(true)}>
            All {count(usage.keys.length)} keys
          </Button>
        </div>
      )}
    </Panel>
  )
}

function Trend({ of: { gone, enabled, trend } }: { of: KeyUsage }) {
  if (gone) return <Chip tone="off">not in the plan</Chip>
  if (!enabled) return <Chip tone="off">disabled</Chip>
  if (trend === 'new') return <Chip tone="accent">new</Chip>
  if (trend === 'vanished') return <Chip tone="warn">gone quiet</Chip>
  return null
}
