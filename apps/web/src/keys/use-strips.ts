import { useQuery } from '@tanstack/react-query'
import DataLoader from 'dataloader'
import { mostStrips, type KeyStrip } from '@callboard/shared-types/keys/keys.schemas'
import { api, client } from '../lib/api'
import { worldClock } from '../lib/world-clock'

/** Rows that come into view within this time are asked for together. */
const togetherMs = 60

const loaders = new Map<string, DataLoader<string, KeyStrip>>()

function loaderOf(connection: string): DataLoader<string, KeyStrip> {
  const known = loaders.get(connection)
  if (known) return known
  const made = new DataLoader<string, KeyStrip>(
    async (keyIds) => {
      const { items } = await client.keys.strips({ connection, keyIds: [...keyIds] })
      const found = new Map(items.map((item) => [item.keyId, item]))
      return keyIds.map((id) => found.get(id) ?? new Error(`There is nothing of ${id}`))
    },
    { cache: false, maxBatchSize: mostStrips, batchScheduleFn: (send) => setTimeout(send, togetherMs) },
  )
  loaders.set(connection, made)
  return made
}

/** What a row's strip shows, asked for as long as the row is on the page. */
export const useStrip = (connection: string, keyId: string) =>
  useQuery({
    queryKey: api.keys.strips.key({ input: { connection, keyIds: [keyId] } }),
    queryFn: () => loaderOf(connection).load(keyId),
    staleTime: 60_000,
    // AWS counts with a delay of minutes.
    refetchInterval: () => Math.max(15_000, worldClock.processMsFor(60_000)),
  })
