import { date, noData } from '../../lib/format'
import { usePreferences } from '../../lib/preferences'
import { Table, Td, Th } from '../table'
import { indexAt, timesOf, type ChartLine, type ChartSpan } from './chart'

interface ChartTableProps {
  title: string
  lines: ChartLine[]
  span: ChartSpan
  format: (value: number) => string
  height: number
}

/** The same figures as the chart, newest first. */
export function ChartTable({ title, lines, span, format, height }: ChartTableProps) {
  const { zone } = usePreferences()
  return (
    <div
      className="border-line-soft overflow-y-auto rounded-md border"
      style={{ height }}
      tabIndex={0}
      role="region"
      aria-label={`${title}, as a table`}
    >
      <Table className="text-xs">
        <thead className="bg-panel sticky top-0">
          <tr>
            <Th>Time</Th>
            {lines.map(({ label }) => (
              <Th key={label} className="text-right">
                {label}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {timesOf(span)
            .toReversed()
            .map((at) => (
              <tr key={at}>
                <Td className="py-0.5">
                  {date(at, 'dateTime', zone)}
                  {at >= span.unfinishedFrom && <span className="text-ink-3"> (unfinished)</span>}
                </Td>
                {lines.map(({ label, series }) => {
                  const value = series.values[indexAt(series, at)] ?? null
                  return (
                    <Td key={label} className="py-0.5 text-right">
                      {value === null ? noData : format(value)}
                    </Td>
                  )
                })}
              </tr>
            ))}
        </tbody>
      </Table>
    </div>
  )
}
