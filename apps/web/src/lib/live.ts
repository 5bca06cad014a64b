import { getEventMeta } from '@orpc/client'
import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { LiveEvent } from '@callboard/shared-types/activity/activity.schemas'
import type { Change } from '@callboard/shared-types/changes/change.schemas'
import { isStageTarget } from '@callboard/shared-types/changes/target'
import type { Plan, Target } from '@callboard/shared-types/changes/plan.schemas'
import { api, client } from './api'
import { hasCode } from './app-error'
import { refetch } from './refetch'
import { shareStream, type HoldLock } from './shared-stream'
import { setWorldClock } from './world-clock'

let live = true
const listeners = new Set<() => void>()

/** False while the BFF is away. */
export const useLive = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => live,
  )

function setLive(next: boolean) {
  live = next
  for (const listener of listeners) listener()
}

/** Fetches anew what a change makes stale, wherever it is shown. */
export function refetchChanged(queries: QueryClient, change: Change) {
  void refetch(queries, { queryKey: api.activity.key() })
  void refetchTarget(queries, change.target)
}

/** Fetches anew what shows this, and the reviews that are about it. */
export async function refetchTarget(queries: QueryClient, target: Target) {
  if (isStageTarget(target)) return refetchStage(queries, target)
  await Promise.all([
    refetch(queries, { queryKey: api.keys.key() }),
    refetch(queries, { queryKey: api.plans.key() }),
    refetchReviews(queries, (plan) => !isStageTarget(plan.target) && plan.target.id === target.id),
  ])
}

async function refetchStage(queries: QueryClient, at: { apiId: string; stage: string }) {
  const input = { apiId: at.apiId, stage: at.stage }
  await Promise.all([
    refetch(queries, { queryKey: api.stages.get.key({ input }) }),
    refetch(queries, { queryKey: api.deployments.list.key({ input: { apiId: at.apiId } }) }),
    refetch(queries, { queryKey: api.cache.get.key({ input }) }),
    refetch(queries, { queryKey: api.canary.get.key({ input }) }),
    refetch(queries, { queryKey: api.settings.get.key({ input }) }),
    refetch(queries, { queryKey: api.logs.get.key({ input }) }),
    refetch(queries, { queryKey: api.alarms.list.key({ input }) }),
    refetch(queries, { queryKey: api.alarms.history.key({ input }) }),
    refetch(queries, { queryKey: api.variables.get.key({ input: { apiId: at.apiId } }) }),
    refetch(queries, { queryKey: api.history.list.key({ input }) }),
    refetch(queries, { queryKey: api.history.get.key({ input }) }),
    refetch(queries, { queryKey: api.history.compare.key({ input: { apiId: at.apiId } }) }),
    refetch(queries, { queryKey: api.apis.fleet.key() }),
    refetch(queries, { queryKey: api.apis.get.key({ input: { apiId: at.apiId } }) }),
    refetchReviews(
      queries,
      ({ target }) => isStageTarget(target) && target.apiId === at.apiId && target.stage === at.stage,
    ),
  ])
}

const refetchReviews = (queries: QueryClient, isAbout: (plan: Plan) => boolean) =>
  refetch(queries, {
    queryKey: ['review'],
    predicate: ({ state: { data } }) => data !== undefined && isAbout(data as Plan),
  })

function onEvent(queries: QueryClient, event: LiveEvent) {
  if (event.type === 'gap') return void refetch(queries)
  if (event.type === 'stage_moved') return void refetchStage(queries, event.stage)
  if (event.type === 'clock') {
    setWorldClock(event.worldNow, event.worldSpeed)
    void queries.invalidateQueries({ queryKey: api.metrics.key() })
    void queries.invalidateQueries({ queryKey: api.logs.lines.key() })
    void queries.invalidateQueries({ queryKey: api.alarms.list.key() })
    void queries.invalidateQueries({ queryKey: api.alarms.history.key() })
    void queries.invalidateQueries({ queryKey: api.apis.sparklines.key() })
    return void queries.invalidateQueries({ queryKey: api.apis.health.key() })
  }
  refetchChanged(queries, event.change)
}

const wait = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()))
  })

// Locks exist in secure contexts only: over plain HTTP from another host each tab reads a stream of its own.
const holdLock: HoldLock = (name, options, work) =>
  'locks' in navigator ? navigator.locks.request(name, options, (lock) => work(lock !== null)) : work(true)

const openMs = 4_000

/** Keeps what is shown true to what happens; @returns stops it. */
export function followEvents(queries: QueryClient): () => void {
  const channel = new BroadcastChannel('callboard.events')
  let lastEventId: string | undefined
  const stop = shareStream<LiveEvent>({
    open: async (signal) => readIds(await openInTime(signal)),
    onEvent: (event) => onEvent(queries, event),
    onMissed: () => void refetch(queries),
    onLive: setLive,
    isFinal: (error) => hasCode(error, 'unauthenticated'),
    channel,
    holdLock,
    wait,
    now: () => performance.now(),
  })
  // A server that is starting may take the connection and say nothing; the try must end, so that there is a next one.
  async function openInTime(signal: AbortSignal) {
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), openMs)
    try {
      return await client.activity.events(undefined, { signal: AbortSignal.any([signal, late.signal]), lastEventId })
    } finally {
      clearTimeout(timer)
    }
  }
  async function* readIds(events: AsyncIterable<LiveEvent>) {
    for await (const event of events) {
      lastEventId = getEventMeta(event)?.id ?? lastEventId
      // The client's events are proxies, which a BroadcastChannel can't carry.
      yield { ...event }
    }
  }
  return () => {
    stop()
    channel.close()
  }
}
