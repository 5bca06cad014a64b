import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Series } from '@callboard/shared-types/metrics/metrics.schemas'
import { demoStage } from '../../tests/demo-world.ts'
import { percentile, rawRequests, type RawRequest } from '../../tests/raw-requests.ts'
import { startAt, startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'

const minute = 60_000
const hour = 60 * minute

let app: TestApp
let mara: Client
let catalog: Awaited<ReturnType<typeof demoStage>>
let checkout: Awaited<ReturnType<typeof demoStage>>

beforeAll(async () => {
  app = await startTestApp()
  mara = await app.as('mara')
  catalog = await demoStage(app, 'catalog', 'prod')
  checkout = await demoStage(app, 'checkout', 'prod')
})
beforeEach(() => app.director('calls', undefined, 'DELETE'))
afterEach(() => app.director('faults', undefined, 'DELETE'))
afterAll(() => app.close())

/** Minute by minute, what a test makes of its raw requests. */
const byMinute = (requests: RawRequest[], from: number, to: number, make: (of: RawRequest[]) => number | null) =>
  Array.from({ length: (to - from) / minute }, (_, n) =>
    make(requests.filter(({ at }) => at >= from + n * minute && at < from + (n + 1) * minute)),
  )

const close = ({ values }: Series, expected: (number | null)[]) => {
  expect(values).toHaveLength(expected.length)
  values.forEach((value, n) => {
    if (expected[n] === null) expect([n, value]).toEqual([n, null])
    else expect(value, `point ${n}`).toBeCloseTo(expected[n]!, 9)
  })
}

const orNull = (of: unknown[], value: number) => (of.length === 0 ? null : value)
const is4xx = ({ status }: RawRequest) => status >= 400 && status < 500
const is5xx = ({ status }: RawRequest) => status >= 500
const mean = (values: number[]) => values.reduce((all, value) => all + value, 0) / values.length
const count = (of: RawRequest[], fits: (request: RawRequest) => boolean) => of.filter(fits).length

describe('every figure of a seeded hour is the one computed from the raw requests', () => {
  const [from, to] = [startAt - hour, startAt]

  test('of a stage with a cache and a canary', async () => {
    const raw = rawRequests(app, catalog.address.apiId, 'prod', from, to)
    const each = (make: (of: RawRequest[]) => number | null) => byMinute(raw, from, to, make)
    const { all, totals, canary, periodSeconds } = await mara.metrics.stage({ ...catalog.address, range: '1h' })

    expect(raw.length).toBeGreaterThan(5_000)
    expect(periodSeconds).toBe(60)
    close(
      all.calls,
      each((of) => orNull(of, of.length)),
    )
    close(
      all.errors4xxCount,
      each((of) => orNull(of, count(of, is4xx))),
    )
    close(
      all.errors4xxRate,
      each((of) => orNull(of, count(of, is4xx) / of.length)),
    )
    close(
      all.errors5xxCount,
      each((of) => orNull(of, count(of, is5xx))),
    )
    close(
      all.errors5xxRate,
      each((of) => orNull(of, count(of, is5xx) / of.length)),
    )
    const latency = (share: number) =>
      each((of) =>
        percentile(
          of.map(({ latencyMs }) => latencyMs),
          share,
        ),
      )
    close(all.latencyP50Ms, latency(0.5))
    close(all.latencyP90Ms, latency(0.9))
    close(all.latencyP99Ms, latency(0.99))
    const backend = (of: RawRequest[]) => of.flatMap(({ integrationLatencyMs: ms }) => (ms === undefined ? [] : [ms]))
    close(
      all.integrationP50Ms,
      each((of) => percentile(backend(of), 0.5)),
    )
    close(
      all.integrationP90Ms,
      each((of) => percentile(backend(of), 0.9)),
    )
    close(
      all.integrationP99Ms,
      each((of) => percentile(backend(of), 0.99)),
    )
    const overhead = ({ latencyMs, integrationLatencyMs = 0 }: RawRequest) => latencyMs - integrationLatencyMs
    close(
      all.overheadMs,
      each((of) => orNull(of, mean(of.map(overhead)))),
    )
    const hits = (of: RawRequest[]) => count(of, ({ cache }) => cache === 'hit')
    const misses = (of: RawRequest[]) => count(of, ({ cache }) => cache === 'miss')
    close(
      all.cacheHits,
      each((of) => orNull(of, hits(of))),
    )
    close(
      all.cacheMisses,
      each((of) => orNull(of, misses(of))),
    )
    close(
      all.cacheHitRatio,
      each((of) => orNull(of, hits(of) / (hits(of) + misses(of)))),
    )

    expect(totals).toEqual({
      calls: raw.length,
      errors4xx: count(raw, is4xx),
      errors5xx: count(raw, is5xx),
      latencyP50Ms: percentile(
        raw.map(({ latencyMs }) => latencyMs),
        0.5,
      ),
      latencyP90Ms: percentile(
        raw.map(({ latencyMs }) => latencyMs),
        0.9,
      ),
      latencyP99Ms: percentile(
        raw.map(({ latencyMs }) => latencyMs),
        0.99,
      ),
      cacheHits: hits(raw),
      cacheMisses: misses(raw),
    })

    const own = (of: RawRequest[]) => of.filter(({ isCanary }) => isCanary)
    const base = (of: RawRequest[]) => of.filter(({ isCanary }) => !isCanary)
    close(
      canary!.canaryCalls,
      each((of) => orNull(own(of), own(of).length)),
    )
    close(
      canary!.baseCalls,
      each((of) => orNull(of, base(of).length)),
    )
    close(
      canary!.canaryErrors5xxRate,
      each((of) => orNull(own(of), count(own(of), is5xx) / own(of).length)),
    )
    close(
      canary!.baseErrors5xxRate,
      each((of) => orNull(base(of), count(base(of), is5xx) / base(of).length)),
    )
    close(
      canary!.baseErrors4xxRate,
      each((of) => orNull(base(of), count(base(of), is4xx) / base(of).length)),
    )
    close(
      canary!.canaryLatencyP99Ms,
      each((of) =>
        percentile(
          own(of).map(({ latencyMs }) => latencyMs),
          0.99,
        ),
      ),
    )
  })

  test('and of its routes, where they have metrics of their own', async () => {
    const range = '2026-11-24T10:00Z..2026-11-24T11:00Z'
    const raw = rawRequests(app, checkout.address.apiId, 'prod', startAt - 2 * hour, startAt - hour)
    const { routes, without } = await mara.metrics.routes({ ...checkout.address, range })

    expect(without).toBe(0)
    expect(routes.length).toBeGreaterThan(10)
    for (const { route, calls, errors4xx, errors5xx, latencyP50Ms, latencyP99Ms } of routes) {
      const of = raw.filter(({ method, resource }) => `${method} ${resource}` === route)
      const latencies = of.map(({ latencyMs }) => latencyMs)
      expect([route, calls, errors4xx, errors5xx, latencyP50Ms, latencyP99Ms]).toEqual([
        route,
        orNull(of, of.length),
        orNull(of, count(of, is4xx)),
        orNull(of, count(of, is5xx)),
        percentile(latencies, 0.5),
        percentile(latencies, 0.99),
      ])
    }
    const [worst] = routes
    const alone = await mara.metrics.stage({ ...checkout.address, range, route: worst!.route })
    expect(alone.totals).toMatchObject({ calls: worst!.calls, errors5xx: worst!.errors5xx })
  })
})

describe('a page of charts', () => {
  test('is one call for everyone until the next point is due', async () => {
    const looks = Array.from({ length: 30 }, () => mara.metrics.stage({ ...checkout.address, range: '12h' }))
    const [one] = await Promise.all(looks)
    await mara.metrics.stage({ ...checkout.address, range: '12h' })

    expect(await app.called('GetMetricData')).toBe(1)
    expect(one!.cost).toEqual({ metrics: 18, usd: 0.00018, everySeconds: 300 })
    // Noon has been for no time: the five minutes before it may still be published.
    expect(one).toMatchObject({ unfinishedFrom: '2026-11-24T11:55:00.000Z', nextAt: '2026-11-24T12:02:00.000Z' })
  })

  test('lays the time before beside it, in the same call', async () => {
    const { before, all } = await mara.metrics.stage({ ...checkout.address, range: '1h', compare: 'previous' })

    expect(await app.called('GetMetricData')).toBe(1)
    expect(before!.earlierMs).toBe(hour)
    const raw = rawRequests(app, checkout.address.apiId, 'prod', startAt - 2 * hour, startAt - hour)
    close(
      before!.series.calls,
      byMinute(raw, startAt - 2 * hour, startAt - hour, (of) => of.length),
    )
    expect(before!.series.errors5xxRate.from).toBe(all.errors5xxRate.from)
    expect(Math.max(...before!.series.errors5xxRate.values.map(Number))).toBeLessThan(0.02)
    expect(Math.max(...all.errors5xxRate.values.map(Number))).toBeGreaterThan(0.03)
  })

  test('of a stage whose metrics stop in the middle has gaps, not zeros', async () => {
    const media = await demoStage(app, 'orders', 'dev')
    const { all, totals } = await mara.metrics.stage({ ...media.address, range: '7d' })

    expect(all.calls.values.every((value) => value === null)).toBe(true)
    expect(totals).toMatchObject({ calls: null, errors5xx: null, latencyP99Ms: null })
  })

  test('says what is empty because it is off', async () => {
    const qa = await demoStage(app, 'checkout', 'qa')

    expect((await mara.metrics.stage({ ...qa.address })).off).toEqual({ cache: true, detailedMetrics: true })
    expect((await mara.metrics.stage({ ...catalog.address })).off.cache).toBe(false)
    expect(await mara.metrics.routes({ ...qa.address })).toMatchObject({ routes: [], cost: { metrics: 0 } })
  })

  test('shows a part as a part, with the words of AWS, and the rest whole', async () => {
    await app.director('faults', {
      operation: 'GetMetricData',
      kind: 'partial-data',
      metrics: { name: 'Latency', dimensions: { ApiName: 'checkout' } },
      times: 1,
    })
    const { partial, messages, all } = await mara.metrics.stage({ ...checkout.address, range: '2h' })

    expect(Object.keys(partial).toSorted()).toEqual(['latencyP50Ms', 'latencyP90Ms', 'latencyP99Ms', 'overheadMs'])
    expect(partial.latencyP99Ms!.join()).toContain('PartialData')
    expect(messages.length).toBeGreaterThan(0)
    expect(all.calls.values.every((value) => value !== null)).toBe(true)
  })

  test('that CloudWatch does not give is the failure, in its words, and asked for anew', async () => {
    await app.director('faults', { operation: 'GetMetricData', kind: 'error', times: 4 })
    await expect(mara.metrics.stage({ ...checkout.address, range: '4h' })).rejects.toMatchObject({
      code: 'aws_unreachable',
    })
    expect((await mara.metrics.stage({ ...checkout.address, range: '4h' })).totals.calls).toBeGreaterThan(0)
  })
})

describe('a range that cannot be', () => {
  const of = (range: string) => mara.metrics.stage({ ...checkout.address, range })

  test('is refused in words where all of it is to come', async () => {
    await expect(of('2027-01-01T00:00Z..2027-01-02T00:00Z')).rejects.toMatchObject({
      code: 'invalid',
      data: { issues: [{ path: 'range', message: 'is still to come: nothing has happened in it yet' }] },
    })
    await expect(of('yesterday')).rejects.toMatchObject({ code: 'invalid' })
  })

  test.each([
    ['2026-11-24T11:00Z..2026-11-24T10:00Z', 'reversed', 60],
    ['2026-11-24T10:00:00Z..2026-11-24T10:00:01Z', 'too_short', 6],
    ['2016-11-24T10:00Z..', 'too_long', 227],
  ])('%s is answered as %s', async (range, note, points) => {
    const { notes, all } = await of(range)
    expect(notes).toEqual([note])
    expect(all.calls.values).toHaveLength(points)
  })
})

test('a period of five minutes has the calls of these five minutes', async () => {
  const { all, periodSeconds } = await mara.metrics.stage({
    ...checkout.address,
    range: '2026-11-22T00:00Z..2026-11-23T00:00Z',
    width: 'full',
  })
  const raw = rawRequests(app, checkout.address.apiId, 'prod', Date.UTC(2026, 10, 22, 9), Date.UTC(2026, 10, 22, 9, 5))

  expect(periodSeconds).toBe(300)
  expect(all.calls.values[(9 * 60) / 5]).toBe(raw.length)
})
