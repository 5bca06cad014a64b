import { useQuery } from '@tanstack/react-query'
import DataLoader from 'dataloader'
import type { Sparklines } from '@callboard/shared-types/apis/apis.schemas'
import { mostSparklines } from '@callboard/shared-types/apis/fleet-rules'
import { seeRange, sparklinePeriodFor, type TimeRange } from '@callboard/shared-types/lib/time-range'
import { api, client } from '../lib/api'
import { worldClock } from '../lib/world-clock'

/** Rows that come into view within this time are asked for together. */
const togetherMs = 60

type Place = Sparklines['place']
/** A row's sparklines, or the day's limit (US$) that is spent. */
type Row = Sparklines | { spentUsd: number }
const loaders = new Map<string, DataLoader<Place, Row>>()

function loaderOf(connection: string, range: TimeRange): DataLoader<Place, Row> {
  const key = `${connection} ${range}`
  const known = loaders.get(key)
  if (known) return known
  const made = new DataLoader<Place, Row>(
    async (places) => {
      const { items, spentUsd } = await client.apis.sparklines({ connection, range, places: [...places] })
      const found = new Map(items.map((item) => [item.place, item]))
      return places.map(
        (place) => found.get(place) ?? (spentUsd === null ? new Error(`There is nothing of ${place}`) : { spentUsd }),
      )
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
    refetchInterval: () => Math.max(5_000, worldClock.processMsFor(sparklinePeriod(range) * 1_000)),
  })
}

/** A point isn't news before its period is over. */
function sparklinePeriod(range: TimeRange): number {
  const now = worldClock.now() ?? 0
  const seen = seeRange(range, now)
  return seen ? sparklinePeriodFor(seen, now) : 300
}
