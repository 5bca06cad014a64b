export interface DiffRow {
  label: string
  before: string | null
  after: string | null
  beforeNote?: string | undefined
  afterNote?: string | undefined
  /** What an absent value is called, before and after; `none` unless told. */
  absent?: [before: string, after: string]
  /** Stands out: it moved while the person looked. */
  moved?: boolean
}

/** Rows that are about one thing, such as an alarm, under its name; the others one by one. */
export interface DiffGroup {
  name: string | null
  rows: { row: DiffRow; label: string }[]
}

/** So many rows of one thing are put under its name. */
const least = 3

const between = ' · '

const nameOf = ({ label }: DiffRow) => (label.includes(between) ? label.slice(0, label.indexOf(between)) : null)

/** An empty text that comes or goes is nothing to see, unless it moved under somebody's eyes. */
const isSeen = ({ before, after, moved }: DiffRow) => moved || (before ?? '') !== '' || (after ?? '') !== ''

/** What there is to see, in its order. */
export function diffGroups(all: DiffRow[]): DiffGroup[] {
  const groups: DiffGroup[] = []
  for (const row of all.filter(isSeen)) {
    const name = nameOf(row)
    const last = groups.at(-1)
    if (last && name !== null && last.name === name) last.rows.push({ row, label: row.label })
    else groups.push({ name, rows: [{ row, label: row.label }] })
  }
  return groups.map(({ name, rows }) =>
    name !== null && rows.length >= least
      ? { name, rows: rows.map(({ row, label }) => ({ row, label: label.slice(name.length + between.length) })) }
      : { name: null, rows },
  )
}
