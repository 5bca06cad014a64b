import { FilterLogEventsCommand, type FilterLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs'
import { isAppError } from '../lib/errors.ts'
import type { AwsConnection } from './connections.ts'

export interface SeenLine {
  id: string
  atMs: number
  text: string
}

interface Asked {
  group: string
  /** CloudWatch Logs' own pattern; empty matches all. */
  pattern: string
  /** Inclusive. */
  fromMs: number
  /** Exclusive. */
  toMs: number
}

/** Newest first; `searchedFromMs` says how far back it was looked, the range's beginning when all of it was. */
export interface NewestLines {
  lines: SeenLine[]
  searchedFromMs: number
}

/** Lines that came a moment ago are asked for once by everybody. */
const freshForMs = 3_000
/** So many calls one look may make: AWS reads old lines slowly, and there is a way to ask on. */
const mostCalls = 12
const firstSliceMs = 60_000
const leastSliceMs = 1_000

/**
 * The newest lines of a range. AWS gives lines oldest first, so the range is looked at in slices from its end, each as
 * long as the ones before it were empty.
 * @returns null where the group doesn't exist
 */
export const readNewestLines = (connection: AwsConnection, asked: Asked, most: number): Promise<NewestLines | null> =>
  connection.cache.read('log-lines', JSON.stringify([asked, most]), freshForMs, async () => {
    try {
      return await lookBack(connection, asked, most)
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  })

const isMissing = (error: unknown) =>
  isAppError(error, 'aws_refused') && error.data.awsName === 'ResourceNotFoundException'

async function lookBack(connection: AwsConnection, asked: Asked, most: number): Promise<NewestLines> {
  let [endMs, sliceMs, calls] = [asked.toMs, firstSliceMs, 0]
  let lines: SeenLine[] = []
  while (endMs > asked.fromMs && lines.length < most && calls < mostCalls) {
    const fromMs = Math.max(asked.fromMs, endMs - sliceMs)
    const page = await filterPage(connection, { ...asked, fromMs, toMs: endMs })
    calls++
    const isFull = page.nextToken !== undefined && page.lines.length > 0
    if (isFull && sliceMs > leastSliceMs) {
      // Too much for one answer: its newest part is what's wanted.
      sliceMs = Math.max(leastSliceMs, Math.floor((endMs - fromMs) / 8))
      continue
    }
    const rest = await readOn(connection, { ...asked, fromMs, toMs: endMs }, page, mostCalls - calls)
    calls += rest.calls
    if (!rest.whole) break
    lines = [...rest.lines.toReversed(), ...lines.toReversed()].toReversed()
    endMs = fromMs
    sliceMs *= rest.lines.length === 0 ? 6 : 2
  }
  const newest = lines.toSorted((a, b) => b.atMs - a.atMs || b.id.localeCompare(a.id))
  if (newest.length <= most) return { lines: newest, searchedFromMs: endMs }
  // All of the last millisecond, so that asking on from there leaves nothing out and shows nothing twice.
  const lastMs = newest[most - 1]!.atMs
  return { lines: newest.filter(({ atMs }) => atMs >= lastMs), searchedFromMs: lastMs }
}

interface Page {
  lines: SeenLine[]
  nextToken: string | undefined
}

/** An answer may be short or empty and yet have a next one (documented). */
async function readOn(connection: AwsConnection, asked: Asked, first: Page, mostMore: number) {
  const lines = [...first.lines]
  let [token, calls] = [first.nextToken, 0]
  while (token !== undefined && calls < mostMore) {
    const page = await filterPage(connection, asked, token)
    lines.push(...page.lines)
    token = page.nextToken === token ? undefined : page.nextToken
    calls++
  }
  return { lines, calls, whole: token === undefined }
}

async function filterPage({ logs }: AwsConnection, asked: Asked, nextToken?: string): Promise<Page> {
  const { group, pattern, fromMs, toMs } = asked
  const answer = await logs.read<FilterLogEventsResponse & { $metadata: object }>(
    () =>
      new FilterLogEventsCommand({
        logGroupName: group,
        startTime: fromMs,
        // AWS's end is in.
        endTime: toMs - 1,
        ...(pattern ? { filterPattern: pattern } : {}),
        nextToken,
      }),
  )
  const lines = (answer.events ?? []).map(({ eventId, timestamp = 0, message = '' }, n) => ({
    id: eventId ?? `${timestamp}-${n}`,
    atMs: timestamp,
    text: message.trimEnd(),
  }))
  return { lines, nextToken: answer.nextToken }
}
