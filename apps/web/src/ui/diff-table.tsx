import { Fragment } from 'react'
import { cx } from './cx'

export interface DiffRow {
  label: string
  before: string | null
  after: string | null
  beforeNote?: string | undefined
  afterNote?: string | undefined
  /** Stands out: it moved while the person looked. */
  moved?: boolean
}

function Value({ value, note }: { value: string | null; note?: string | undefined }) {
  if (value === null) return <span className="text-ink-3">none</span>
  return (
    <>
      {note && <span className="block font-medium">{note}</span>}
      <span className={cx('font-mono text-xs wrap-anywhere', note && 'text-ink-2')}>{value}</span>
    </>
  )
}

/** Now beside after, only what differs. */
export function DiffTable({
  caption,
  rows,
  now = 'Now',
  after = 'After',
}: {
  caption: string
  rows: DiffRow[]
  now?: string
  after?: string
}) {
  return (
    <table className="w-full table-fixed border-collapse text-left text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="text-ink-3 text-2xs">
          <th scope="col" className="w-1/4 py-1.5 pr-2 font-semibold">
            What changes
          </th>
          <th scope="col" className="px-2.5 py-1.5 font-semibold">
            {now}
          </th>
          <th scope="col" className="px-2.5 py-1.5 font-semibold">
            {after}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={`${row.label} ${index}`} className="border-line-soft border-t align-top">
            <th scope="row" className="py-1.75 pr-2 font-normal wrap-anywhere">
              {rows[index - 1]?.label === row.label ? <span className="sr-only">{row.label}</span> : row.label}
              {row.moved && (
                <Fragment>
                  {' '}
                  <span className="text-warn text-2xs font-semibold">moved</span>
                </Fragment>
              )}
            </th>
            <td className="bg-bad-weak px-2.5 py-1.75">
              <Value value={row.before} note={row.beforeNote} />
            </td>
            <td className="bg-ok-weak px-2.5 py-1.75">
              <Value value={row.after} note={row.afterNote} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
