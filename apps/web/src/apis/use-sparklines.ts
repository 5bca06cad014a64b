import { useQuery } from '@tanstack/react-query'
import DataLoader from 'dataloader'
import { mostSparklines, type Sparklines } from '@callboard/shared-types/apis/apis.schemas'
import { sparklinePeriodSeconds, type TimeRange } from '@callboard/shared-types/lib/time-range'
import { api, client } from '../lib/api'
import { worldClock } from '../lib/world-clock'

/** Rows that come into view within this time are asked for together. */
const togetherMs = 60

type Place = Sparklines['place']
const loaders = new Map<string, DataLoader<Place, Sparklines>>()

function loaderOf(connection: string, range: TimeRange): DataLoader<Place, Sparklines> {
  const key = `${connection} ${range}`
  const known = loaders.get(key)
  if (known) return known
  const made = new DataLoader<Place, Sparklines>(
    async (places) => {
      const { items } = await client.apis.sparklines({ connection, range, places: [...places] })
      const found = new Map(items.map((item) => [item.place, item]))
      return places.map((place) => found.get(place) ?? new Error(`There is nothing of ${place}`))
    },
    { cache: false, maxBatchSize: mostSparklines, batchScheduleFn: (send) => setTimeout(send, togetherMs) },
  )
  loaders.set(key, made)
  return made
}

/** What a row's sparklines show, asked for as long as the row is on the page. */
export function useSparklines(connection: string, place: Place, range: TimeRange) {
  return useQuery({
    queryKey: api.apis.sparklines.key({ input: { connection, range, places: [place] } }),
    queryFn: () => loaderOf(connection, range).load(place),
    staleTime: 30_000,
    // A point isn't news before its period is over.
    refetchInterval: () =>
      Math.max(5_000, worldClock.processMsFor(Math.min(sparklinePeriodSeconds[range], 60) * 1_000)),
  })
}
