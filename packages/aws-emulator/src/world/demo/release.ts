import type { DemoRelease, DemoRoute } from './demo-api.ts'

type Canary = { stage: string; daysAgo: number; percent: number; overrides: Record<string, string> }

/**
 * `release('shipping 3.4, by tom', routes, { dev: 9, qa: 8.2, prod: 6 })`: which stages it went to and how many days ago;
 * two instants where it was rolled back to. It was deployed when it reached its first stage.
 */
export function release(
  description: string | undefined,
  routes: DemoRoute[],
  daysAgo: Record<string, number | number[]>,
  canary?: Canary,
): DemoRelease {
  const to = Object.entries(daysAgo).flatMap(([stage, days]) =>
    [days].flat().map((day) => ({ stage, hoursAgo: day * 24 })),
  )
  return {
    hoursAgo: Math.max(...to.map(({ hoursAgo }) => hoursAgo)),
    description,
    routes,
    to,
    canary: canary && { ...canary, hoursAgo: canary.daysAgo * 24 },
  }
}
