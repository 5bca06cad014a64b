import { ChartLine as ChartIcon, Download, Table2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { date, noData, period } from '../../lib/format'
import { usePreferences } from '../../lib/preferences'
import { saveAs } from '../../lib/save-as'
import { Button } from '../button'
import { Chip } from '../chip'
import { Menu } from '../menu'
import { MenuAction } from '../menu-items'
import { Panel } from '../panel'
import { Skeleton } from '../skeleton'
import { chartHeight, isEmpty, type ChartLine, type ChartSpan } from './chart'
import { chartCsv } from './chart-csv'
import { ChartTable } from './chart-table'
import { LineKey } from './overlay'
import { TimeChart, type TimeChartProps } from './time-chart'

export interface ChartPanelProps extends Omit<TimeChartProps, 'lines' | 'span'> {
  /** Null until there are data. */
  lines: ChartLine[] | null
  span: ChartSpan | null
  title: string
  /** CloudWatch's name of how a point is made, such as `sum`. */
  statistic: string
  /** The figure of the last finished minutes. */
  figure?: ReactNode
  /** What CloudWatch said of it where it is not all there. */
  partial?: string[] | undefined
  /** What stands where there is no data. */
  empty?: ReactNode
  actions?: ReactNode
}

/** CloudWatch may show the last points a little later: of so many the last that is there. */
const lateMs = 180_000

/** The last point whose time is over. */
function latest({ series }: ChartLine, unfinishedFrom: number): number | null {
  const periodMs = series.periodSeconds * 1000
  const end = Math.floor((unfinishedFrom - Date.parse(series.from)) / periodMs)
  const points = Math.max(1, Math.ceil(lateMs / periodMs))
  return series.values.slice(Math.max(0, end - points), end).findLast((value) => value !== null) ?? null
}

/** A chart with its name, what a point of it is, its latest values, and the same as a table, a file or a picture. */
export function ChartPanel({ title, statistic, figure, partial, empty, actions, ...chart }: ChartPanelProps) {
  const [asTable, setAsTable] = useState(false)
  const { lines, span, format, height = chartHeight } = chart
  const data = lines && span && { lines, span }
  return (
    <Panel
      title={title}
      note={data ? `${statistic}, ${period(data.span.periodSeconds)}` : statistic}
      actions={
        <>
          {partial && (
            <span title={partial.join('\n')}>
              <Chip tone="warn">partial</Chip>
            </span>
          )}
          {actions}
          <Button look="quiet" size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? <ChartIcon size={13} aria-hidden /> : <Table2 size={13} aria-hidden />}
            {asTable ? 'Chart' : 'Table'}
            <span className="sr-only">of {title}</span>
          </Button>
          {data && <SaveMenu title={title} chart={{ ...chart, ...data }} />}
        </>
      }
    >
      <div
        hidden={!figure && lines?.length === 1}
        className="text-ink-2 mb-1.5 flex min-h-5 flex-wrap items-baseline gap-x-4 text-xs"
      >
        {figure}
        {!data && <Skeleton className="h-4 w-40" />}
        {data &&
          data.lines.length > 1 &&
          data.lines.map((line) => {
            const value = latest(line, data.span.unfinishedFrom)
            return (
              <span key={line.label} className="inline-flex items-center gap-1.5">
                <LineKey color={line.color} dashed={line.dashed} />
                {line.label} <b className="text-ink">{value === null ? noData : format(value)}</b>
              </span>
            )
          })}
      </div>
      {asTable && data ? (
        <ChartTable title={title} {...data} format={format} height={height} />
      ) : data && isEmpty(data.lines) ? (
        <div className="text-ink-3 grid place-items-center text-center" style={{ height }}>
          {empty || 'No data in this time. No data is not zero.'}
        </div>
      ) : (
        <TimeChart {...chart} />
      )}
    </Panel>
  )
}

interface SaveMenuProps {
  title: string
  chart: Omit<TimeChartProps, 'lines' | 'span'> & { lines: ChartLine[]; span: ChartSpan }
}

function SaveMenu({ title, chart }: SaveMenuProps) {
  const { zone } = usePreferences()
  const { lines, span, floor, format, axisFormat = format } = chart
  const name = `${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${new Date(span.from).toISOString().slice(0, 16)}Z`
  const timeFormat = (at: number) => date(at, span.to - span.from > 86_400_000 ? 'day' : 'time', zone)
  const savePicture = async () => {
    const { chartPng } = await import('./chart-png')
    saveAs(`${name}.png`, await chartPng({ title, lines, span, floor, axisFormat, timeFormat }))
  }
  return (
    <Menu
      trigger={
        <Button look="quiet" size="small" aria-label={`Save ${title}`} title="Save as a file">
          <Download size={13} aria-hidden />
        </Button>
      }
    >
      <MenuAction onClick={() => saveAs(`${name}.csv`, new Blob([chartCsv(lines, span)], { type: 'text/csv' }))}>
        Figures (CSV)
      </MenuAction>
      <MenuAction onClick={() => void savePicture()}>Picture (PNG)</MenuAction>
    </Menu>
  )
}
