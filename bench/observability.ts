import { setTimeout as sleep } from 'node:timers/promises'
import { startEmulatorProcess } from './emulator-process.ts'
import { median } from './median.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const account = '123456789012'
const region = 'eu-central-1'

const busyStages: [api: string, stage: string][] = [
  ['checkout', 'prod'],
  ['catalog', 'prod'],
  ['orders', 'prod'],
  ['accounts', 'prod'],
  ['media', 'v2'],
]
type Statistic = [metric: string, stat: string]
const statistics: Statistic[] = [
  ['Count', 'Sum'],
  ['5XXError', 'Average'],
  ['Latency', 'p50'],
  ['Latency', 'p99'],
]
/** Other series of the same stages. */
const others: Statistic[][] = ['75', '90', '95'].map((percent) => [
  ['Count', `p${percent}`],
  ['4XXError', `tm${percent}`],
  ['Latency', `p${percent}`],
  ['Latency', `p${percent}.5`],
])

const wanted = { answerMs: 50, startMs: 3000, memoryMb: 300 }
const stages = 2000

/** How fast metrics are read, and what a big world costs. */
export async function benchObservability(): Promise<boolean> {
  const figures = [...(await answerOfTheDemo()), ...(await bigWorld())]
  for (const { what, is, limit, unit } of figures) {
    const verdict =
      limit === undefined
        ? ''
        : is < limit
          ? `  reached (wanted: under ${limit})`
          : `  NOT reached (wanted: under ${limit})`
    console.log(`${what}: ${is.toFixed(0)} ${unit}${verdict}`)
  }
  return figures.every(({ is, limit }) => limit === undefined || is < limit)
}

type Figure = { what: string; is: number; limit?: number; unit: 'ms' | 'MB' }

/** Each is a world of its own: what is asked for the first time can be asked but once. */
const worlds = 5
/** The time in which nobody asks anything, so that the emulator can work ahead. */
const idleMs = 6000

/** 20 series of 1,440 points each, of the five busiest stages of the demo world: as bytes on the wire, as any client gets them. */
async function answerOfTheDemo(): Promise<Figure[]> {
  const atOnce: number[] = []
  const afterIdling: number[] = []
  const newSeries: number[] = []
  const again: number[] = []
  let points = 0
  const ask = (url: string, asked: Statistic[]) => read(url, seriesOf(asked), minuteMs, dayMs)
  for (let world = 0; world < worlds; world++) {
    await inTheDemo(async (url) => {
      atOnce.push((await ask(url, statistics)).ms)
    })
    await inTheDemo(async (url) => {
      await sleep(idleMs)
      const first = await ask(url, statistics)
      afterIdling.push(first.ms)
      points = first.points
      for (let round = 0; round < 15; round++) again.push((await ask(url, statistics)).ms)
    })
    await inTheDemo(async (url) => {
      await sleep(idleMs)
      for (const asked of others) await ask(url, asked)
      newSeries.push((await ask(url, statistics)).ms)
    })
  }
  const figure = (what: string, times: number[]) => ({ what, is: median(times), unit: 'ms' as const })
  const ofWorlds = `(median of ${worlds} worlds)`
  return [
    figure(`20 series, ${points} points, the first call after the start ${ofWorlds}`, atOnce),
    figure(`  the first call after ${idleMs / 1000} s in which nobody asked ${ofWorlds}`, afterIdling),
    { ...figure(`  asked for the first time, after other series ${ofWorlds}`, newSeries), limit: wanted.answerMs },
    { ...figure('  asked again (median)', again), limit: wanted.answerMs },
  ]
}

const seriesOf = (asked: Statistic[]): Query[] =>
  busyStages.flatMap(([api, stage]) =>
    asked.map(([metric, stat]) => ({ metric, stat, dimensions: { ApiName: api, Stage: stage } })),
  )

async function inTheDemo(run: (url: string) => Promise<void>): Promise<void> {
  const emulator = await startEmulatorProcess('--world', 'demo')
  try {
    await run(emulator.url)
  } finally {
    await emulator.close()
  }
}

/** The metrics of every stage of the fleet over two weeks by the hour. */
async function bigWorld(): Promise<Figure[]> {
  const emulator = await startEmulatorProcess('--world', 'fleet', '--stages', String(stages))
  try {
    const atStart = emulator.memoryMb()
    const names = await stageNames(emulator.url)
    const series = names.flatMap((dimensions) => [
      { metric: 'Count', stat: 'Sum', dimensions },
      { metric: 'Latency', stat: 'p99', dimensions },
    ])
    let ms = 0
    for (let at = 0; at < series.length; at += 500) {
      ms += (await read(emulator.url, series.slice(at, at + 500), 60 * minuteMs, 14 * dayMs)).ms
    }
    return [
      { what: `a world of ${names.length} stages starts`, is: emulator.startMs, limit: wanted.startMs, unit: 'ms' },
      { what: '  memory at the start', is: atStart, unit: 'MB' },
      { what: '  14 days of two metrics of all stages by the hour', is: ms, unit: 'ms' },
      { what: '  memory then', is: emulator.memoryMb(), limit: wanted.memoryMb, unit: 'MB' },
      { what: '  the most memory it ever held', is: emulator.peakMb(), unit: 'MB' },
    ]
  } finally {
    await emulator.close()
  }
}

type Query = { metric: string; stat: string; dimensions: Record<string, string> }

/** How long the answer took, to its last byte, and how many points it has. */
async function read(
  url: string,
  queries: Query[],
  periodMs: number,
  lengthMs: number,
): Promise<{ ms: number; points: number }> {
  const now = Date.parse((await (await fetch(`${url}/_emulator/clock`)).json()).now)
  const end = now - (now % periodMs)
  const MetricDataQueries = queries.map(({ metric, stat, dimensions }, index) => ({
    Id: `m${index}`,
    MetricStat: {
      Metric: {
        Namespace: 'AWS/ApiGateway',
        MetricName: metric,
        Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
      },
      Period: periodMs / 1000,
      Stat: stat,
    },
  }))
  const body = { MetricDataQueries, StartTime: (end - lengthMs) / 1000, EndTime: end / 1000, MaxDatapoints: 100_800 }
  const began = performance.now()
  const answer = await call(url, 'GraniteServiceVersion20100801.GetMetricData', body)
  const ms = performance.now() - began
  const { MetricDataResults } = JSON.parse(answer) as { MetricDataResults: { Values: number[] }[] }
  return { ms, points: MetricDataResults.reduce((sum, { Values }) => sum + Values.length, 0) }
}

const signed = {
  authorization: `AWS4-HMAC-SHA256 Credential=${account}/20260101/${region}/monitoring/aws4_request, Signature=0`,
}

async function call(url: string, target: string, body: object): Promise<string> {
  const headers = { ...signed, 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.0' }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return text
}

async function stageNames(url: string): Promise<Record<string, string>[]> {
  const get = async (path: string) => (await fetch(url + path, { headers: signed })).json()
  const names: Record<string, string>[] = []
  let position: string | undefined
  do {
    const page = await get(`/restapis?limit=500${position ? `&position=${encodeURIComponent(position)}` : ''}`)
    for (const { id, name } of page.item) {
      const { item } = await get(`/restapis/${id}/stages`)
      for (const { stageName } of item) names.push({ ApiName: name, Stage: stageName })
    }
    position = page.position
  } while (position)
  return names
}
