import { useQuery } from '@tanstack/react-query'
import type { Connection } from '@callboard/shared-types/connections/connections.schemas'
import { api } from './api'

/** The accounts and regions that Callboard looks at; what AWS denies there changes, so they are asked for again. */
export const useConnections = () => useQuery({ ...connectionsQuery(), refetchInterval: 60_000 })

export const connectionsQuery = () => api.connections.list.queryOptions({ staleTime: 10_000 })

const colours = [
  'var(--color-violet)',
  'var(--color-sky)',
  'var(--color-ok)',
  'var(--color-canary)',
  'var(--color-prod)',
]

/** The colour it was given, else one of ours: the same name has the same colour everywhere and every time. */
export function colourOf({ name, colour }: Pick<Connection, 'name' | 'colour'>): string {
  const sum = Array.from(name, (letter) => letter.codePointAt(0)!).reduce((total, code) => total + code, 0)
  return colour ?? colours[sum % colours.length]!
}
