import { colourOf, useConnections } from '../lib/connections'
import { Dot } from '../ui/dot'

/** @param name which one; without it the only one there is, if there is only one */
export function ConnectionPill({ name }: { name: string | undefined }) {
  const { data } = useConnections()
  if (!data) return null
  const connection = name
    ? data.items.find((item) => item.name === name)
    : data.items.length === 1
      ? data.items[0]
      : undefined
  const words = connection
    ? `${connection.accountId} · ${connection.region}`
    : (name ?? `${data.items.length} connections`)
  const dots = connection ? [connection] : name ? [] : data.items
  return (
    <span className="border-line text-ink-2 inline-flex items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-xs whitespace-nowrap">
      <span className="inline-flex gap-0.5">
        {dots.slice(0, 5).map((item) => (
          <Dot key={item.name} colour={colourOf(item)} />
        ))}
      </span>
      <span className="sr-only">Connection </span>
      {connection && data.items.length > 1 && <b className="text-ink">{connection.name}</b>}
      <span>{words}</span>
      {connection?.demo && <span className="text-ink-3 max-sm:hidden">· demo</span>}
    </span>
  )
}
