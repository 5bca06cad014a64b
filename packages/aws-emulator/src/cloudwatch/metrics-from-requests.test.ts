import { GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch'
import { expect, test } from 'vitest'
import { emulated, testStart } from '../testing/emulated.ts'
import { askMetrics, metricQuery } from '../testing/metric-queries.ts'

const minuteMs = 60_000
const hour = { from: -60, to: 0 }

type RawRequest = {
  minute: number
  latency: number
  integration: number | undefined
  status4: boolean
  status5: boolean
}

async function seededHour() {
  const world = await emulated({ world: 'demo', seed: 11 }, '123456789012')
  const { traffic } = world.emulator
  const place = { account: '123456789012', region: 'eu-central-1' }
  const raw: RawRequest[] = []
  const timeline = traffic.timelinesOf(place, 'checkout').find(({ stageName }) => stageName === 'prod')!
  for (let minute = hour.from; minute < hour.to; minute++) {
    const start = testStart + minute * minuteMs
    for (const { samples, picks } of traffic.requestsBetween(place, timeline, start, start + minuteMs)) {
      for (const at of picks ?? samples.route.keys()) {
        raw.push({
          minute,
          latency: samples.latency[at]!,
          integration: samples.backend[at] ? samples.integrationLatency[at] : undefined,
          status4: samples.clientError[at] === 1,
          status5: samples.serverError[at] === 1,
        })
      }
    }
  }
  return { world, raw }
}

/** The textbook's nearest rank, over nothing but a sorted list. */
function textbookPercentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)]!
}

test('percentiles, sums and rates of a seeded hour equal those of the raw requests, for any period', async () => {
  const { world, raw } = await seededHour()
  expect(raw.length).toBeGreaterThan(20_000)
  const stage = { ApiName: 'checkout', Stage: 'prod' }
  for (const minutes of [1, 5, 15, 60]) {
    const period = minutes * 60
    const results = await askMetrics(
      world,
      [
        metricQuery('sum', 'Count', 'Sum', stage, { period }),
        metricQuery('rate4', '4XXError', 'Average', stage, { period }),
        metricQuery('sum5', '5XXError', 'Sum', stage, { period }),
        metricQuery('mean', 'Latency', 'Average', stage, { period }),
        ...[50, 90, 95, 99, 99.9].map((p) =>
          metricQuery(`p${String(p).replace('.', '_')}`, 'Latency', `p${p}`, stage, { period }),
        ),
        metricQuery('ip99', 'IntegrationLatency', 'p99', stage, { period }),
        metricQuery('tm', 'Latency', 'tm90', stage, { period }),
      ],
      hour.from,
      hour.to,
    )
    const got = Object.fromEntries(results.map(({ Id, Values }) => [Id, Values]))
    const periods = Array.from({ length: 60 / minutes }, (_, index) =>
      raw.filter(({ minute }) => Math.floor((minute - hour.from) / minutes) === index),
    )
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    const trimmed = (requests: RawRequest[]) => {
      const sorted = requests.map(({ latency }) => latency).toSorted((a, b) => a - b)
      return mean(sorted.slice(0, Math.ceil(sorted.length * 0.9 - 1e-9)))
    }
    const percentiles = (p: number) =>
      periods.map((requests) =>
        textbookPercentile(
          requests.map(({ latency }) => latency),
          p,
        ),
      )
    expect(got['sum']).toEqual(periods.map(({ length }) => length))
    expect(got['rate4']).toEqual(
      periods.map((requests) => requests.filter(({ status4 }) => status4).length / requests.length),
    )
    expect(got['sum5']).toEqual(periods.map((requests) => requests.filter(({ status5 }) => status5).length))
    expect(got['mean']).toEqual(periods.map((requests) => mean(requests.map(({ latency }) => latency))))
    for (const p of [50, 90, 95, 99, 99.9]) expect(got[`p${String(p).replace('.', '_')}`]).toEqual(percentiles(p))
    expect(got['ip99']).toEqual(
      periods.map((requests) =>
        textbookPercentile(
          requests.flatMap(({ integration }) => integration ?? []),
          99,
        ),
      ),
    )
    expect(got['tm']).toEqual(periods.map(trimmed))
  }
})

test('the older GetMetricStatistics tells the same', async () => {
  const { world, raw } = await seededHour()
  const { Datapoints = [], Label } = await world.cloudWatch.send(
    new GetMetricStatisticsCommand({
      Namespace: 'AWS/ApiGateway',
      MetricName: 'Latency',
      Dimensions: [
        { Name: 'Stage', Value: 'prod' },
        { Name: 'ApiName', Value: 'checkout' },
      ],
      StartTime: new Date(testStart + hour.from * minuteMs),
      EndTime: new Date(testStart),
      Period: 3600,
      Statistics: ['SampleCount', 'Maximum'],
      ExtendedStatistics: ['p99'],
    }),
  )
  expect(Label).toBe('Latency')
  expect(Datapoints).toEqual([
    {
      Timestamp: new Date(testStart + hour.from * minuteMs),
      Unit: 'Milliseconds',
      SampleCount: raw.length,
      Maximum: Math.max(...raw.map(({ latency }) => latency)),
      ExtendedStatistics: {
        p99: textbookPercentile(
          raw.map(({ latency }) => latency),
          99,
        ),
      },
    },
  ])
})
