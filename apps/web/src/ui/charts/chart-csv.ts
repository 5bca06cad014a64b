import { timesOf, indexAt, type ChartLine, type ChartSpan } from './chart'

/** A cell as RFC 4180 has it; what a spreadsheet would take for a formula is text. */
const cell = (text: string) =>
  /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : /^[=+@-]/.test(text) ? `'${text}` : text

/** The figures of a chart, oldest first, instants in UTC; a gap is an empty cell. */
export function chartCsv(lines: ChartLine[], span: ChartSpan): string {
  const head = ['time', ...lines.map(({ label }) => cell(label))]
  const rows = timesOf(span).map((at) => [
    new Date(at).toISOString(),
    ...lines.map(({ series }) => String(series.values[indexAt(series, at)] ?? '')),
  ])
  return `${[head, ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`
}
