import { ChartLine as ChartIcon, Table2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { noData, period } from '../../lib/format'
import { Button } from '../button'
import { Panel } from '../panel'
import { chartHeight, type ChartLine } from './chart'
import { ChartTable } from './chart-table'
import { TimeChart, type TimeChartProps } from './time-chart'

interface ChartPanelProps extends TimeChartProps {
  title: string
  /** CloudWatch's name of how a point is made, such as `sum`. */
  statistic: string
  /** The figure of the last finished minutes. */
  figure?: ReactNode
}

/** The last point whose time is over. */
function latest({ series }: ChartLine, unfinishedFrom: number): number | null {
  const last = Math.floor((unfinishedFrom - Date.parse(series.from)) / (series.periodSeconds * 1000)) - 1
  return series.values[last] ?? null
}

/** A chart with its name, what a point of it is, its latest values, and the same as a table. */
export function ChartPanel({ title, statistic, figure, ...chart }: ChartPanelProps) {
  const [asTable, setAsTable] = useState(false)
  const { lines, span, format, height = chartHeight } = chart
  const empty = lines.every(({ series }) => series.values.every((value) => value === null))
  return (
    <Panel
      title={title}
      note={`${statistic}, ${period(span.periodSeconds)}`}
      actions={
        <Button look="quiet" size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? <ChartIcon size={13} aria-hidden /> : <Table2 size={13} aria-hidden />}
          {asTable ? 'Chart' : 'Table'}
          <span className="sr-only">of {title}</span>
        </Button>
      }
    >
      <div
        hidden={!figure && lines.length === 1}
        className="text-ink-2 mb-1.5 flex min-h-5 flex-wrap items-baseline gap-x-4 text-xs"
      >
        {figure}
        {lines.length > 1 &&
          lines.map((line) => {
            const value = latest(line, span.unfinishedFrom)
            return (
              <span key={line.label} className="inline-flex items-center gap-1.5">
                <i aria-hidden className="h-0.75 w-2.5 rounded-full" style={{ background: line.color }} />
                {line.label} <b className="text-ink">{value === null ? noData : format(value)}</b>
              </span>
            )
          })}
      </div>
      {asTable ? (
        <ChartTable title={title} lines={lines} span={span} format={format} height={height} />
      ) : empty ? (
        <p className="text-ink-3 grid place-items-center" style={{ height: height }}>
          No data in this time. No data is not zero.
        </p>
      ) : (
        <TimeChart {...chart} />
      )}
    </Panel>
  )
}
