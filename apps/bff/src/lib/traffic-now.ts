import { setTimeout as sleep } from 'node:timers/promises'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { AwsConnection } from '../aws/connections.ts'
import { windowBefore } from '../aws/metric-window.ts'
import { readSeries, type SeriesQuery } from '../aws/metrics.reader.ts'
import { readRestApis } from '../aws/rest-apis.reader.ts'
import type { Clocks } from './clock.ts'

/** A plan doesn't wait longer than this for a figure that only adds to it. */
const figurePatienceMs = 2_000

async function tooLate(): Promise<never> {
  await sleep(figurePatienceMs, undefined, { ref: false })
  throw new Error('CloudWatch takes too long')
}

interface Place {
  connection: AwsConnection
  address: StageAddress
}

/**
 * Calls a minute over the last five finished minutes, or of them those that a metric counts, such as the cache's hits;
 * null where CloudWatch has no points.
 * @throws what AWS answers, and where it takes too long
 */
export async function callsPerMinute(
  { clocks }: { clocks: Clocks },
  { connection, address }: Place,
  metric: SeriesQuery['metric'] = 'Count',
) {
  const api = (await readRestApis(connection)).find(({ id }) => id === address.apiId)
  const query = { apiName: api?.name ?? address.apiId, stage: address.stage, metric, stat: 'Sum' }
  const window = windowBefore(clocks.worldMs(), 5 * 60_000, 60)
  const { values } = await Promise.race([readSeries(connection, [query], window), tooLate()])
  const minutes = values[0]!.filter((value) => value !== null)
  return minutes.length === 0 ? null : minutes.reduce((sum, value) => sum + value, 0) / minutes.length
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

/** The same in words for a plan, which is worth having without it. @param say what so many calls a minute mean */
export async function trafficNow(
  ctx: { clocks: Clocks },
  place: Place,
  say: (calls: number) => string = (calls) => `${whole.format(calls)} calls a minute`,
): Promise<string[]> {
  try {
    const calls = await callsPerMinute(ctx, place)
    return [calls === null ? 'no calls in the last 5 minutes' : say(calls)]
  } catch {
    return ['traffic unknown: CloudWatch did not answer']
  }
}
