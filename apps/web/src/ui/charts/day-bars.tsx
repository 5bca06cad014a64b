import { ChartColumn, Table2 } from 'lucide-react'
import { useState } from 'react'
import { count, date, noData } from '../../lib/format'
import { Button } from '../button'
import { Panel, type PanelProps } from '../panel'
import { Table, Td, Th } from '../table'
import { valueTicks } from './scale'
import { topOf } from './series-path'

interface DayBarsProps extends Pick<PanelProps, 'note' | 'className'> {
  title: string
  /** The first day's start, epoch milliseconds. */
  fromMs: number
  /** By day in UTC, the last being today, which isn't over; null where it isn't known. */
  values: (number | null)[]
  /** What one bar counts, such as `calls`. */
  unit: string
}

const dayMs = 86_400_000
const height = 150

/** A chart of days with its table twin. */
export function DayBars({ title, note, className, fromMs, values, unit }: DayBarsProps) {
  const [asTable, setAsTable] = useState(false)
  const known = values.some((value) => value !== null)
  return (
    <Panel
      title={title}
      note={note}
      className={className}
      actions={
        <Button look="quiet" size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? <ChartColumn size={13} aria-hidden /> : <Table2 size={13} aria-hidden />}
          {asTable ? 'Chart' : 'Table'}
          <span className="sr-only">of {title}</span>
        </Button>
      }
    >
      {!known ? (
        <p className="text-ink-3 grid h-40 place-items-center">No data in this time. No data is not zero.</p>
      ) : asTable ? (
        <DayTable title={title} fromMs={fromMs} values={values} unit={unit} />
      ) : (
        <Bars fromMs={fromMs} values={values} unit={unit} />
      )}
    </Panel>
  )
}

type BarsProps = Pick<DayBarsProps, 'fromMs' | 'values' | 'unit'>

function Bars({ fromMs, values, unit }: BarsProps) {
  const ticks = valueTicks(topOf(values))
  const top = ticks.at(-1)!
  const today = values.length - 1
  const labelled = Math.max(1, Math.ceil(values.length / 8))
  return (
    <div aria-hidden className="flex">
      <div className="text-ink-3 text-2xs relative w-11 shrink-0" style={{ height }}>
        {ticks.map((tick) => (
          <span key={tick} className="absolute right-2 translate-y-1/2" style={{ bottom: (tick / top) * height }}>
            {count(tick)}
          </span>
        ))}
      </div>
      <div className="min-w-0 flex-1">
        <div className="relative flex items-end gap-px" style={{ height }}>
          {ticks.map((tick) => (
            <i
              key={tick}
              className="border-line-soft pointer-events-none absolute inset-x-0 border-t"
              style={{ bottom: (tick / top) * height }}
            />
          ))}
          {values.map((value, day) => (
            <span
              key={day}
              title={`${dayName(fromMs + day * dayMs)}: ${value === null ? 'not known' : `${count(value)} ${unit}`}${day === today ? ' until now' : ''}`}
              className="hover:bg-hover relative flex h-full min-w-0 flex-1 items-end justify-center"
            >
              <i
                className={`bg-base block w-4/5 max-w-7 rounded-t-sm ${day === today ? 'hatched opacity-80' : ''}`}
                style={{ height: value === null ? 0 : Math.max(value > 0 ? 1.5 : 0, (value / top) * height) }}
              />
            </span>
          ))}
        </div>
        <div className="text-ink-3 text-2xs relative mt-1 flex h-4 gap-px">
          {values.map((_, day) => (
            <span key={day} className="relative min-w-0 flex-1">
              {(today - day) % labelled === 0 && (
                <span className="absolute left-1/2 -translate-x-1/2 whitespace-nowrap">
                  {day === today ? 'today' : dayName(fromMs + day * dayMs)}
                </span>
              )}
            </span>
          ))}
        </div>
      </div>
    </div>
  )
}

function DayTable({ title, fromMs, values, unit }: BarsProps & { title: string }) {
  return (
    <div
      className="border-line-soft h-43 overflow-y-auto rounded-md border"
      tabIndex={0}
      role="region"
      aria-label={`${title}, as a table`}
    >
      <Table className="text-xs">
        <thead className="bg-panel sticky top-0">
          <tr>
            <Th>Day (UTC)</Th>
            <Th className="text-right">{unit}</Th>
          </tr>
        </thead>
        <tbody>
          {values
            .map((value, day) => ({ value, day }))
            .toReversed()
            .map(({ value, day }) => (
              <tr key={day}>
                <Td className="py-0.5">
                  {dayName(fromMs + day * dayMs)}
                  {day === values.length - 1 && <span className="text-ink-3"> (until now)</span>}
                </Td>
                <Td className="py-0.5 text-right">{value === null ? noData : count(value)}</Td>
              </tr>
            ))}
        </tbody>
      </Table>
    </div>
  )
}

/** Days of usage are UTC days, whatever the person's own zone is. */
const dayName = (ms: number) => date(ms, 'day', 'utc')
