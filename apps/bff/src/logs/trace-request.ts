import { fromInstant, toInstant, type Instant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import type { RequestTimeline } from '@callboard/shared-types/logs/logs.schemas'
import { readNewestLines } from '../aws/log-lines.reader.ts'
import { readStage } from '../aws/stages.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { rangeNow } from '../lib/range-now.ts'
import { lineReader } from './log-line.ts'
import { stageGroups } from '../aws/stage-log-groups.ts'

interface Input extends StageAddress {
  range: TimeRange
  requestId: string
  at?: Instant | undefined
}

/** Around the instant of a line: an integration may take half a minute, and a log line come late. */
const aroundMs = 2 * 60_000
/** More lines than a request leaves with the data trace on. */
const most = 500

/** @throws not_found, invalid where all of the range is still to come */
export async function traceRequest(ctx: Ctx, input: Input): Promise<RequestTimeline> {
  const connection = ctx.connections.get(input.connection)
  const { config } = await readStage(connection, input.apiId, input.stage)
  const now = ctx.clocks.worldMs()
  const at = input.at === undefined ? undefined : fromInstant(input.at)
  const { fromMs, toMs } =
    at === undefined
      ? rangeNow(input.range, now)
      : { fromMs: at - aroundMs, toMs: Math.min(at + aroundMs, now + 1_000) }
  // A canary's lines stand in the stage's own groups too.
  const groups = stageGroups(input.apiId, input.stage, config).filter(({ source }) => !source.endsWith('-canary'))
  const found = await Promise.all(
    groups.map(async ({ source, name }) => {
      const asked = { group: name, pattern: `"${input.requestId}"`, fromMs, toMs }
      const read = lineReader(source, config)
      const lines = (await readNewestLines(connection, asked, most))?.lines ?? []
      return lines.toReversed().map((line) => ({ ...read(line), source }))
    }),
  )
  // The access log dates a line with the request's arrival and writes it at its end: it stands first.
  return { lines: found.flat().toSorted((a, b) => fromInstant(a.at) - fromInstant(b.at)), asOf: toInstant(now) }
}
