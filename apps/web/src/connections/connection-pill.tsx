import { useQuery } from '@tanstack/react-query'
import { api } from '../lib/api'

const colors = [
  'var(--color-violet)',
  'var(--color-sky)',
  'var(--color-ok)',
  'var(--color-canary)',
  'var(--color-prod)',
]

/** The same name has the same colour everywhere and every time. */
const colorOf = (name: string) =>
  colors[Array.from(name, (letter) => letter.codePointAt(0)!).reduce((sum, code) => sum + code, 0) % colors.length]

/** @param name which one; without it the only one there is, if there is only one */
export function ConnectionPill({ name }: { name: string | undefined }) {
  const { data } = useQuery(api.connections.list.queryOptions({ staleTime: 300_000 }))
  if (!data) return null
  const connection = name
    ? data.items.find((item) => item.name === name)
    : data.items.length === 1
      ? data.items[0]
      : undefined
  const words = connection
    ? `${connection.accountId} · ${connection.region}`
    : (name ?? `${data.items.length} connections`)
  return (
    <span className="border-line text-ink-2 inline-flex items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-xs whitespace-nowrap">
      <i aria-hidden className="size-2 rounded-full" style={{ background: colorOf(connection?.name ?? '') }} />
      <span className="sr-only">Connection </span>
      <span>{words}</span>
      {connection?.demo && <span className="text-ink-3 max-sm:hidden">· demo</span>}
    </span>
  )
}
