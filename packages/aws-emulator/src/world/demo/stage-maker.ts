import type { TrafficCall } from '../traffic-profile.ts'
import type { DemoStage } from './demo-api.ts'

type Habits = { team: string; calls: TrafficCall[]; weekendShare: number }

type Asked = {
  description: string
  /** Calls a minute at the busiest and at the quietest hour. */
  perMinute: [peak: number, quiet: number]
  variables: Record<string, string>
  tags?: Record<string, string>
  settings?: Record<string, string>
}

/** Stages of one API, called by the same clients and owned by the same team. */
export const stageMaker =
  ({ team, calls, weekendShare }: Habits) =>
  (name: string, { description, perMinute, variables, tags, settings }: Asked): DemoStage => ({
    name,
    description,
    variables,
    tags: { team, environment: name, ...tags },
    settings: { '/*/*/logging/loglevel': 'ERROR', ...settings },
    traffic: { peakPerMinute: perMinute[0], quietPerMinute: perMinute[1], weekendShare, calls },
  })

/** Switches a cache cluster on; its methods by their keys, such as `~1prices~1{sku}/GET`, with seconds to live. */
export const cached = (sizeGb: string, methods: Record<string, number>): Record<string, string> => ({
  '/cacheClusterSize': sizeGb,
  '/cacheClusterEnabled': 'true',
  ...Object.fromEntries(
    Object.entries(methods).flatMap(([key, ttlSeconds]) => [
      [`/${key}/caching/enabled`, 'true'],
      [`/${key}/caching/ttlInSeconds`, String(ttlSeconds)],
    ]),
  ),
})
