import { setTimeout as sleep } from 'node:timers/promises'
import {
  GetQueryResultsCommand,
  StartQueryCommand,
  StopQueryCommand,
  type GetQueryResultsResponse,
  type StartQueryResponse,
} from '@aws-sdk/client-cloudwatch-logs'
import type { AwsConnection } from './connections.ts'

/** US$ for looking at so much: 0.005 for a GB (control-plane-limits 4.5, unsure). */
export const usdOf = (bytes: number): number => Number(((bytes / 1e9) * 0.005).toFixed(8))

export interface InsightsQuestion {
  group: string
  query: string
  /** Whole seconds; the end is in. */
  fromSeconds: number
  toSeconds: number
}

interface Scanned {
  scannedBytes: number
  scannedRecords: number
}

export type InsightsAnswer =
  | ({ state: 'running' } & Scanned)
  /** AWS's word for how it ended: Failed, Cancelled, Timeout. */
  | ({ state: 'failed'; status: string } & Scanned)
  | ({ state: 'complete'; rows: Record<string, string>[] } & Scanned)

/** How long what was found is shown to others who ask the same. */
const keptMs = 60_000
/** Between two looks at a query that runs. */
const pollMs = [150, 300, 600, 1_000]
/** Who asks again after `running` comes within this. */
const graceMs = 5_000

/** A query under way or lately ended, shared by everybody who asks the same. */
class SharedQuery {
  readonly #connection: AwsConnection
  readonly #question: InsightsQuestion
  #waiting = 0
  #left = Promise.withResolvers<void>()
  latest: InsightsAnswer = { state: 'running', scannedBytes: 0, scannedRecords: 0 }
  readonly ended: Promise<InsightsAnswer>

  constructor(connection: AwsConnection, question: InsightsQuestion) {
    this.#connection = connection
    this.#question = question
    this.ended = this.#run()
  }

  /** Waits for the end, or until `patience` is over; the last to go away by `leaving` stops the query. */
  async wait(patienceMs: number, leaving: AbortSignal | undefined): Promise<InsightsAnswer> {
    this.#waiting++
    const patience = new AbortController()
    const late = sleep(patienceMs, undefined, { signal: patience.signal, ref: false }).catch(() => {})
    const gone = new Promise<void>((done) => leaving?.addEventListener('abort', () => done(), { once: true }))
    try {
      const answer = await Promise.race([this.ended, late.then(() => this.latest), gone.then(() => this.latest)])
      return answer
    } finally {
      patience.abort()
      this.#waiting--
      if (this.#waiting === 0) void this.#leaveAfter(leaving?.aborted ? 0 : graceMs)
    }
  }

  async #leaveAfter(ms: number): Promise<void> {
    await sleep(ms, undefined, { ref: false })
    if (this.#waiting === 0) this.#left.resolve()
  }

  async #run(): Promise<InsightsAnswer> {
    const { logs } = this.#connection
    const { group, query, fromSeconds, toSeconds } = this.#question
    const { queryId } = await logs.read<StartQueryResponse & { $metadata: object }>(
      () =>
        new StartQueryCommand({
          logGroupName: group,
          queryString: query,
          startTime: fromSeconds,
          endTime: toSeconds,
          limit: 10_000,
        }),
    )
    let left = false
    void this.#left.promise.then(() => (left = true))
    for (let n = 0; ; n++) {
      await Promise.race([sleep(pollMs[Math.min(n, pollMs.length - 1)], undefined), this.#left.promise])
      if (left) {
        await logs.read(() => new StopQueryCommand({ queryId })).catch(() => {})
        return { ...scannedOf(this.latest), state: 'failed', status: 'Cancelled' }
      }
      this.latest = answerOf(
        await logs.read<GetQueryResultsResponse & { $metadata: object }>(() => new GetQueryResultsCommand({ queryId })),
      )
      if (this.latest.state !== 'running') return this.latest
    }
  }
}

const scannedOf = ({ scannedBytes, scannedRecords }: InsightsAnswer) => ({ scannedBytes, scannedRecords })

function answerOf({ status = 'Unknown', statistics, results = [] }: GetQueryResultsResponse): InsightsAnswer {
  const scanned = { scannedBytes: statistics?.bytesScanned ?? 0, scannedRecords: statistics?.recordsScanned ?? 0 }
  if (status === 'Complete') {
    const rows = results.map((row) =>
      Object.fromEntries(row.flatMap(({ field, value }) => (field && value !== undefined ? [[field, value]] : []))),
    )
    return { ...scanned, state: 'complete', rows }
  }
  return ['Running', 'Scheduled', 'Unknown'].includes(status)
    ? { ...scanned, state: 'running' }
    : { ...scanned, state: 'failed', status }
}

/**
 * Asks Logs Insights. Everybody who asks the same while it runs and for a minute after shares one query.
 * @param leaving aborted when whoever asked goes away; the last one's going stops the query
 */
export async function askInsights(
  connection: AwsConnection,
  question: InsightsQuestion,
  { patienceMs, leaving }: { patienceMs: number; leaving?: AbortSignal | undefined },
): Promise<InsightsAnswer> {
  const key = JSON.stringify(question)
  const { queries } = connection
  let shared = queries.get(key) as SharedQuery | undefined
  if (!shared) {
    const made = new SharedQuery(connection, question)
    shared = made
    queries.set(key, made)
    const forget = () => queries.get(key) === made && queries.delete(key)
    made.ended.then(
      ({ state }) => (state === 'complete' ? setTimeout(forget, keptMs).unref() : forget()),
      () => forget(),
    )
  }
  return shared.wait(patienceMs, leaving)
}
