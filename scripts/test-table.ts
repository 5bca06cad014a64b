import { sum, type Tally } from './tally.ts'

export interface Row {
  title: string
  seconds: number
  budgetSeconds?: number | undefined
  tally: Tally
}

/** Time by kind, then every skip by its name. */
export function table(rows: readonly Row[]): string {
  const head = ['kind', 'passed', 'failed', 'skipped', 'time', 'budget']
  const cells = rows.map(({ title, seconds, budgetSeconds, tally }) => [
    title,
    String(tally.passed),
    String(tally.failed),
    String(tally.skipped.length),
    `${seconds.toFixed(1)} s`,
    budgetSeconds === undefined ? '' : `${budgetSeconds} s${seconds > budgetSeconds ? ', over' : ''}`,
  ])
  const widths = head.map((_, at) => Math.max(...[head, ...cells].map((line) => line[at]?.length ?? 0)))
  const lines = [head, ...cells].map((line) =>
    line
      .map((cell, at) => (at === 0 || at === 5 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
  const { skipped } = sum(rows.map(({ tally }) => tally))
  return [...lines, ...(skipped.length > 0 ? ['', 'skipped:', ...skipped.map((it) => `  ${it}`)] : [])].join('\n')
}
