import { Breakable } from './breakable'
import { cx } from './cx'
import { Chip } from './chip'
import { diffGroups, type DiffGroup, type DiffRow } from './diff-groups'

interface ValueProps {
  value: string | null
  note: string | undefined
  absent: string
}

function Value({ value, note, absent }: ValueProps) {
  if (value === null) return <span className="text-ink-3">{note ?? absent}</span>
  return (
    <>
      {note && <span className="block font-medium">{note}</span>}
      <span className={cx('font-mono text-xs wrap-break-word', note && 'text-ink-2')}>
        <Breakable text={value} />
      </span>
    </>
  )
}

const head = 'px-2.5 py-1.5 font-semibold'
const cell = 'px-2.5 py-1.75'

interface DiffTableProps {
  caption: string
  rows: DiffRow[]
  what?: string
  now?: string
  after?: string
}

/** Now beside after, only what differs. */
export function DiffTable({ caption, rows, what = 'What changes', now = 'Now', after = 'After' }: DiffTableProps) {
  return (
    <table className="w-full table-fixed border-collapse text-left text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="text-ink-3 text-2xs">
          <th scope="col" className={cx(head, 'w-[36%] pl-0')}>
            {what}
          </th>
          <th scope="col" className={head}>
            {now}
          </th>
          <th scope="col" className={head}>
            {after}
          </th>
        </tr>
      </thead>
      {diffGroups(rows).map((group, index) => (
        <Group key={`${group.name} ${index}`} group={group} />
      ))}
    </table>
  )
}

const Group = ({ group: { name, rows } }: { group: DiffGroup }) => (
  <tbody>
    {name !== null && (
      <tr className="border-line-soft border-t">
        <th scope="rowgroup" colSpan={3} className={cx(cell, 'pl-0 font-semibold wrap-break-word')}>
          <Breakable text={name} />
        </th>
      </tr>
    )}
    {rows.map(({ row, label }, index) => (
      <tr key={`${label} ${index}`} className="border-line-soft border-t align-top">
        <th scope="row" className={cx(cell, 'font-normal wrap-break-word', name === null && 'pl-0')}>
          {name !== null && <span className="sr-only">{name} · </span>}
          <Breakable text={label} /> {row.moved && <Chip tone="warn">moved</Chip>}
        </th>
        <td className={cx(cell, 'bg-bad-weak')}>
          <Value value={row.before} note={row.beforeNote} absent={row.absent?.[0] ?? 'none'} />
        </td>
        <td className={cx(cell, 'bg-ok-weak')}>
          <Value value={row.after} note={row.afterNote} absent={row.absent?.[1] ?? 'none'} />
        </td>
      </tr>
    ))}
  </tbody>
)
