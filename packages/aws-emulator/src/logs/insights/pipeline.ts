import { isoInstant } from '../../lib/clock.ts'
import type { Command } from './command.ts'
import type { Row, Value } from './record.ts'

export type Field = { field: string; value: string }

const defaultShown = ['@timestamp', '@message']

/** The steps of a query up to the first that needs all rows, which are done line by line. */
export class Pipeline {
  readonly #rowwise: (Command & { kind: 'row' })[] = []
  readonly #later: Command[]
  readonly #shown: string[]
  readonly #instants: Set<string>
  readonly #limit: number
  /** Rows that are enough, where nothing comes after that needs them all. */
  readonly enough: number
  readonly #rows: Row[] = []

  constructor(commands: Command[], limit: number) {
    const firstWhole = commands.findIndex(({ kind }) => kind !== 'row')
    for (const command of firstWhole < 0 ? commands : commands.slice(0, firstWhole)) {
      if (command.kind === 'row') this.#rowwise.push(command)
    }
    this.#later = firstWhole < 0 ? [] : commands.slice(firstWhole)
    this.#shown = shownBy(commands)
    this.#instants = new Set(['@timestamp', '@ingestionTime', ...commands.flatMap(({ instants = [] }) => instants)])
    this.#limit = limit
    const [first] = this.#later
    this.enough = first?.kind === 'limit' ? Math.min(first.count, limit) : first ? Infinity : limit
  }

  /** How many rows have come through. */
  get matched(): number {
    return this.#rows.length
  }

  /** Takes in one line's row, latest first. */
  add(row: Row): void {
    let current: Row | undefined = row
    for (const command of this.#rowwise) {
      current = command.run(current)
      if (!current) return
    }
    this.#rows.push(current)
  }

  results(): Field[][] {
    let rows = this.#rows
    for (const command of this.#later) {
      if (command.kind === 'limit') rows = rows.slice(0, command.count)
      else if (command.kind === 'rows') rows = command.run(rows)
      else rows = rows.map((row) => command.run(row)).filter((row) => row !== undefined)
    }
    return rows.slice(0, this.#limit).map((row) => this.#fieldsOf(row))
  }

  #fieldsOf(row: Row): Field[] {
    const fields = this.#shown.flatMap((field) => {
      const value = row[field]
      return value === undefined ? [] : [{ field, value: this.#told(field, value) }]
    })
    const pointer = row['@ptr']
    return pointer === undefined ? fields : [...fields, { field: '@ptr', value: String(pointer) }]
  }

  /** Instants as `2026-01-15 12:00:00.000`, in UTC (documented). */
  #told(field: string, value: NonNullable<Value>): string {
    if (this.#instants.has(field) && typeof value === 'number')
      return isoInstant(value).replace('T', ' ').replace('Z', '')
    return String(value)
  }
}

/** `display` says it, else the last `stats`, else all `fields` together. */
function shownBy(commands: Command[]): string[] {
  const display = commands.findLast(({ isDisplay }) => isDisplay)
  if (display?.shows) return display.shows
  const named = commands.filter(({ shows }) => shows)
  const whole = named.findLastIndex(({ kind }) => kind === 'rows')
  if (whole >= 0) return named[whole]?.shows ?? []
  const names = [...new Set(named.flatMap(({ shows = [] }) => shows))]
  return names.length > 0 ? names : defaultShown
}
