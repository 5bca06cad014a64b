import { startEmulatorProcess } from './emulator-process.ts'

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
const statistics: [metric: string, stat: string][] = [
  ['Count', 'Sum'],
  ['5XXError', 'Average'],
  ['Latency', 'p50'],
  ['Latency', 'p99'],
]

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

/** 20 series of 1,440 points each, of the five busiest stages of the demo world: as bytes on the wire, as any client gets them. */
async function answerOfTheDemo(): Promise<Figure[]> {
  const emulator = await startEmulatorProcess('--world', 'demo')
  try {
    const queries = busyStages.flatMap(([api, stage]) =>
      statistics.map(([metric, stat]) => ({ metric, stat, dimensions: { ApiName: api, Stage: stage } })),
    )
    const ask = () => read(emulator.url, queries, minuteMs, dayMs)
    const first = await timed(ask)
    const points = first.result.MetricDataResults.reduce((sum, { Values }) => sum + Values.length, 0)
    const times: number[] = []
    for (let round = 0; round < 15; round++) times.push((await timed(ask)).ms)
    const median = times.toSorted((a, b) => a - b)[7]!
    return [
      { what: `20 series, ${points} points, asked for the first time`, is: first.ms, unit: 'ms' },
      { what: '20 series, asked again (median of 15)', is: median, limit: wanted.answerMs, unit: 'ms' },
    ]
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
    const { ms } = await timed(async () => {
      for (let at = 0; at < series.length; at += 500) {
        await read(emulator.url, series.slice(at, at + 500), 60 * minuteMs, 14 * dayMs)
      }
    })
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

async function timed<T>(run: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const began = performance.now()
  const result = await run()
  return { result, ms: performance.now() - began }
}

type Query = { metric: string; stat: string; dimensions: Record<string, string> }
type Answer = { MetricDataResults: { Values: number[] }[] }

async function read(url: string, queries: Query[], periodMs: number, lengthMs: number): Promise<Answer> {
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
  return (await call(url, 'GraniteServiceVersion20100801.GetMetricData', body)) as Answer
}

const signed = {
  authorization: `AWS4-HMAC-SHA256 Credential=${account}/20260101/${region}/monitoring/aws4_request, Signature=0`,
}

async function call(url: string, target: string, body: object): Promise<unknown> {
  const headers = { ...signed, 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.0' }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json()
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
