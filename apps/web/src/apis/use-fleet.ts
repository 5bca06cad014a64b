import { useQueries } from '@tanstack/react-query'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import { sparklinePeriodSeconds } from '@callboard/shared-types/lib/time-range'
import { api } from '../lib/api'
import { colourOf, useConnections } from '../lib/connections'
import { worldClock } from '../lib/world-clock'
import type { FleetStage } from './fleet-stage'
import { statusesOf, type PulseState } from './stage-status'

/** Every stage of every connection; traffic comes by itself, after the rows. */
export function useFleet(range: TimeRange) {
  const connections = useConnections()
  const known = connections.data?.items ?? []
  const names = known.map(({ name }) => name)
  // A sparkline's point isn't news before its period is over; a status is news every minute.
  const pulseEvery = () => Math.max(5_000, worldClock.processMsFor(Math.min(sparklinePeriodSeconds[range], 60) * 1000))
  const fleets = useQueries({
    queries: names.map((connection) => api.apis.fleet.queryOptions({ input: { connection }, refetchInterval: 30_000 })),
  })
  const pulses = useQueries({
    queries: names.map((connection) =>
      api.apis.pulse.queryOptions({ input: { connection, range }, refetchInterval: pulseEvery }),
    ),
  })

  const stages = known.flatMap((of, index): FleetStage[] => {
    const { data, isError } = pulses[index]!
    const connection = of.name
    const colour = known.length > 1 ? colourOf(of) : null
    const traffic = new Map(data?.items.map((pulse) => [`${pulse.apiId}/${pulse.stage}`, pulse]))
    return (fleets[index]!.data?.rows ?? []).map((row) => {
      const pulse: PulseState = traffic.get(`${row.apiId}/${row.stage}`) ?? (isError || data ? 'failed' : 'loading')
      return { connection, colour, row, pulse, statuses: statusesOf(row, pulse) }
    })
  })
  const asOf = fleets.flatMap(({ data }) => data?.asOf ?? []).toSorted()[0]
  return {
    stages,
    asOf,
    connections: names.length,
    isLoading: connections.isPending || fleets.some(({ isPending }) => isPending),
    /** What couldn't be read at all, with the connection where there are others. */
    failures: [{ of: null, query: connections }, ...fleets.map((query, index) => ({ of: known[index]!, query }))]
      .filter(({ query }) => query.isError)
      .map(({ of, query: { error, refetch } }) => ({ of, error, refetch })),
    /** Where only the traffic is missing. */
    pulseFailures: pulses
      .map(({ isError, error, refetch }, index) => ({ isError, error, refetch, of: known[index]! }))
      .filter(({ isError }, index) => isError && !fleets[index]!.isError),
    problems: fleets.flatMap(({ data }) => data?.problems ?? []),
    messages: pulses.flatMap(({ data }) => data?.messages ?? []),
  }
}
