import { BellOff, Pencil, Trash2, TriangleAlert } from 'lucide-react'
import { fromInstant } from '@callboard/shared-types/lib/instant'
import type { Alarm, AlarmHistory, AlarmState } from '@callboard/shared-types/alarms/alarms.schemas'
import { plural } from '../lib/format'
import { Button } from '../ui/button'
import { StateStrip, type StripStretch } from '../ui/charts/state-strip'
import { Skeleton } from '../ui/skeleton'
import { Status } from '../ui/status'
import { RowHead, Table, Td, Th } from '../ui/table'
import { Age } from '../ui/when'
import { ruleInWords, stateWords } from './rule-words'

interface AlarmsTableProps {
  alarms: Alarm[]
  history: AlarmHistory | undefined
  whyNot: string | null
  onEdit: (name: string) => void
  onDelete: (name: string) => void
}

const notPlain = 'This alarm isn’t on one plain metric: it is changed where it was made'

/** Those in alarm first. */
const rank: Record<AlarmState, number> = { ALARM: 0, INSUFFICIENT_DATA: 1, OK: 2 }

export function AlarmsTable({ alarms, history, whyNot, onEdit, onDelete }: AlarmsTableProps) {
  const sorted = alarms.toSorted((a, b) => rank[a.state] - rank[b.state] || a.name.localeCompare(b.name))
  return (
    <Table aria-label="Alarms">
      <thead>
        <tr>
          <Th>State</Th>
          <Th>Alarm</Th>
          <Th>Since</Th>
          <Th className="w-1/4">Two weeks</Th>
          <Th>
            <span className="sr-only">Acts</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((alarm) => {
          const { icon, tone, text } = stateWords[alarm.state]
          const why = whyNot ?? (alarm.rule ? null : notPlain)
          return (
            <tr key={alarm.name}>
              <Td>
                <Status icon={icon} tone={tone}>
                  {text}
                </Status>
              </Td>
              <RowHead>
                <div className="font-semibold">{alarm.name}</div>
                <div className="text-ink-2 text-xs">
                  {alarm.rule ? ruleInWords(alarm.rule) : `Looks at ${alarm.looksAt}`}
                  {!alarm.actionsEnabled && (
                    <span className="text-warn ml-2 inline-flex items-center gap-1">
                      <BellOff size={12} aria-hidden /> actions off
                    </span>
                  )}
                </div>
                {alarm.trouble && (
                  <div className="text-warn mt-0.5 flex max-w-prose items-start gap-1 text-xs">
                    <TriangleAlert size={12} aria-hidden className="mt-0.5 shrink-0" /> {alarm.trouble}
                  </div>
                )}
                {alarm.state !== 'OK' && alarm.reason && <div className="text-ink-3 text-xs">“{alarm.reason}”</div>}
              </RowHead>
              <Td>
                <Age at={alarm.since} />
              </Td>
              <Td>
                {history ? <History name={alarm.name} history={history} /> : <Skeleton still className="h-4 w-full" />}
              </Td>
              <Td>
                <div className="flex justify-end gap-1">
                  <Button
                    size="small"
                    look="quiet"
                    why={why}
                    aria-label={`Edit ${alarm.name}`}
                    onClick={() => onEdit(alarm.name)}
                  >
                    <Pencil size={13} aria-hidden />
                  </Button>
                  <Button
                    size="small"
                    look="quiet"
                    why={why}
                    aria-label={`Delete ${alarm.name}`}
                    onClick={() => onDelete(alarm.name)}
                  >
                    <Trash2 size={13} aria-hidden />
                  </Button>
                </div>
              </Td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

const looks: Record<AlarmState, StripStretch['look']> = { OK: 'ok', ALARM: 'bad', INSUFFICIENT_DATA: 'unknown' }

function History({ name, history }: { name: string; history: AlarmHistory }) {
  const states = history.items.find((item) => item.name === name)?.states ?? []
  const [from, to] = [fromInstant(history.from), fromInstant(history.to)]
  const stretches = states.map(({ at, state }, n): StripStretch => ({
    from: fromInstant(at),
    to: states[n + 1] ? fromInstant(states[n + 1]!.at) : to,
    look: looks[state],
  }))
  const times = states.filter(({ state }) => state === 'ALARM').length
  return (
    <StateStrip
      from={from}
      to={to}
      stretches={stretches}
      label={
        times === 0 ? 'Never in alarm in the last two weeks' : `In alarm ${plural(times, 'time')} in the last two weeks`
      }
    />
  )
}
