import { useQueries, type QueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Fleet, FleetHealth } from '@callboard/shared-types/apis/apis.schemas'
import type { Connection } from '@callboard/shared-types/connections/connections.schemas'
import { api } from '../lib/api'
import { colourOf, connectionsQuery, useConnections } from '../lib/connections'
import { useWorldNow, worldClock } from '../lib/world-clock'
import type { FleetStage } from './fleet-stage'
import { isStaleCanary, needsAttention, statusesOf, type HealthState } from './stage-status'

const everyMs = 30_000
/** While AWS's limits keep some of the APIs waiting, their rows are fetched as they are found. */
const pendingMs = 1_500
const hourMs = 3_600_000
const none: Connection[] = []

/** The same object as long as nothing in it has changed, so that thousands of rows aren't made anew for nothing. */
function combine<T>(results: UseQueryResult<T>[]) {
  return {
    data: results.map(({ data }) => data),
    states: results.map(({ isPending, isError, error, refetch }) => ({ isPending, isError, error, refetch })),
  }
}
const combineFleets = combine<Fleet>
const combineHealth = combine<FleetHealth>

/** So long the page waits for its rows; if they take longer, it shows where they will be. */
const rowsAtOnceMs = 250

/** Reads the fleet before its page is drawn: drawing the page without rows first would keep them waiting. */
export async function prefetchFleet(queries: QueryClient): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, rowsAtOnceMs))
  const { items } = await queries.query(connectionsQuery())
  const fleets = items.map(({ name }) =>
    queries.query(api.apis.fleet.queryOptions({ input: { connection: name }, staleTime: 'static' })),
  )
  await Promise.race([Promise.allSettled(fleets), late])
}

/** Every stage of every connection; traffic comes by itself, after the rows. */
export function useFleet() {
  const connections = useConnections()
  const known = connections.data?.items ?? none
  const names = known.map(({ name }) => name)
  const healthEvery = () => Math.max(5_000, worldClock.processMsFor(60_000))
  const { data: fleets, states: fleetStates } = useQueries({
    queries: names.map((connection) =>
      api.apis.fleet.queryOptions({
        input: { connection },
        refetchInterval: ({ state }) => (state.data?.pending ? pendingMs : everyMs),
      }),
    ),
    combine: combineFleets,
  })
  const { data: health, states: healthStates } = useQueries({
    queries: names.map((connection, index) =>
      api.apis.health.queryOptions({
        input: { connection },
        // After the rows: it looks at the same stages, and the rows are what is waited for.
        enabled: fleets[index] !== undefined,
        refetchInterval: healthEvery,
      }),
    ),
    combine: combineHealth,
  })
  // Whether a canary is stale is a matter of days.
  const now = Math.floor(useWorldNow() / hourMs) * hourMs
  const healthFailed = healthStates.map(({ isError }) => isError).join()

  const stages = useMemo(
    () =>
      known.flatMap((of, index) =>
        stagesOf(of, known.length > 1, fleets[index], health[index], healthFailed.split(',')[index] === 'true', now),
      ),
    [known, fleets, health, healthFailed, now],
  )
  return {
    stages,
    asOf: fleets.flatMap((fleet) => fleet?.asOf ?? []).toSorted()[0],
    /** How many APIs are still to be read. */
    pending: fleets.reduce((sum, fleet) => sum + (fleet?.pending ?? 0), 0),
    connections: known.length,
    isLoading: connections.isPending || fleetStates.some(({ isPending }) => isPending),
    /** What couldn't be read at all, with its connection. */
    failures: [{ of: null, state: connections }, ...fleetStates.map((state, index) => ({ of: known[index]!, state }))]
      .filter(({ state }) => state.isError)
      .map(({ of, state: { error, refetch } }) => ({ of, error, refetch })),
    /** Where only the traffic is missing. */
    healthFailures: healthStates
      .map((state, index) => ({ ...state, of: known[index]! }))
      .filter(({ isError }, index) => isError && !fleetStates[index]!.isError),
    problems: fleets.flatMap((fleet) => fleet?.problems ?? []),
    messages: health.flatMap((of) => of?.messages ?? []),
  }
}

function stagesOf(
  of: Connection,
  several: boolean,
  fleet: Fleet | undefined,
  healths: FleetHealth | undefined,
  healthFailed: boolean,
  now: number,
): FleetStage[] {
  const connection = of.name
  const colour = several ? colourOf(of) : null
  const known = new Map(healths?.items.map((health) => [`${health.apiId}/${health.stage}`, health]))
  return (fleet?.rows ?? []).map((row) => {
    const place = `${row.apiId}/${row.stage}`
    const health: HealthState = known.get(place) ?? (healthFailed || healths ? 'failed' : 'loading')
    const stale = isStaleCanary(row, now)
    const statuses = statusesOf(row, health, stale)
    const attention = needsAttention(statuses, stale)
    return { key: `${connection}/${place}`, connection, colour, row, health, statuses, attention }
  })
}
