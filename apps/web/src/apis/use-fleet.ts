import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Fleet, FleetPulse } from '@callboard/shared-types/apis/apis.schemas'
import type { Connection } from '@callboard/shared-types/connections/connections.schemas'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import { sparklinePeriodSeconds } from '@callboard/shared-types/lib/time-range'
import { api } from '../lib/api'
import { colourOf, useConnections } from '../lib/connections'
import { useWorldNow, worldClock } from '../lib/world-clock'
import type { FleetStage } from './fleet-stage'
import { isStaleCanary, needsAttention, statusesOf, type PulseState } from './stage-status'

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
const combinePulses = combine<FleetPulse>

/** Every stage of every connection; traffic comes by itself, after the rows. */
export function useFleet(range: TimeRange) {
  const connections = useConnections()
  const known = connections.data?.items ?? none
  const names = known.map(({ name }) => name)
  // A sparkline's point isn't news before its period is over; a status is news every minute.
  const pulseEvery = () => Math.max(5_000, worldClock.processMsFor(Math.min(sparklinePeriodSeconds[range], 60) * 1000))
  const { data: fleets, states: fleetStates } = useQueries({
    queries: names.map((connection) =>
      api.apis.fleet.queryOptions({
        input: { connection },
        refetchInterval: ({ state }) => (state.data?.pending ? pendingMs : everyMs),
      }),
    ),
    combine: combineFleets,
  })
  const { data: pulses, states: pulseStates } = useQueries({
    queries: names.map((connection) =>
      api.apis.pulse.queryOptions({ input: { connection, range }, refetchInterval: pulseEvery }),
    ),
    combine: combinePulses,
  })
  // Whether a canary is stale is a matter of days.
  const now = Math.floor(useWorldNow() / hourMs) * hourMs
  const pulseFailed = pulseStates.map(({ isError }) => isError).join()

  const stages = useMemo(
    () =>
      known.flatMap((of, index) =>
        stagesOf(of, known.length > 1, fleets[index], pulses[index], pulseFailed.split(',')[index] === 'true', now),
      ),
    [known, fleets, pulses, pulseFailed, now],
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
    pulseFailures: pulseStates
      .map((state, index) => ({ ...state, of: known[index]! }))
      .filter(({ isError }, index) => isError && !fleetStates[index]!.isError),
    problems: fleets.flatMap((fleet) => fleet?.problems ?? []),
    messages: pulses.flatMap((pulse) => pulse?.messages ?? []),
  }
}

function stagesOf(
  of: Connection,
  several: boolean,
  fleet: Fleet | undefined,
  pulses: FleetPulse | undefined,
  pulseFailed: boolean,
  now: number,
): FleetStage[] {
  const connection = of.name
  const colour = several ? colourOf(of) : null
  const traffic = new Map(pulses?.items.map((pulse) => [`${pulse.apiId}/${pulse.stage}`, pulse]))
  return (fleet?.rows ?? []).map((row) => {
    const place = `${row.apiId}/${row.stage}`
    const pulse: PulseState = traffic.get(place) ?? (pulseFailed || pulses ? 'failed' : 'loading')
    const stale = isStaleCanary(row, now)
    const statuses = statusesOf(row, pulse, stale)
    const attention = needsAttention(statuses, stale)
    return { key: `${connection}/${place}`, connection, colour, row, pulse, statuses, attention }
  })
}
