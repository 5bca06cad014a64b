import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import type { LogLines, LogSource } from '@callboard/shared-types/logs/logs.schemas'
import { readNewestLines } from '../aws/log-lines.reader.ts'
import { readStage } from '../aws/stages.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { invalid } from '../lib/errors.ts'
import { rangeNow } from '../lib/range-now.ts'
import { filterPattern, lineReader } from './log-line.ts'
import { stageGroups } from '../aws/stage-log-groups.ts'

interface Input extends StageAddress {
  range: TimeRange
  source: LogSource
  filter?: string | undefined
  older?: string | undefined
}

const most = 200
/** Everybody who follows asks for the same. */
const stepMs = 3_000

/** @throws not_found, invalid where all of the range is still to come or the stage has no such log */
export async function readLines(ctx: Ctx, input: Input): Promise<LogLines> {
  const connection = ctx.connections.get(input.connection)
  const { config } = await readStage(connection, input.apiId, input.stage)
  const group = stageGroups(input.apiId, input.stage, config).find(({ source }) => source === input.source)
  const now = ctx.clocks.worldMs()
  const { fromMs, toMs, endsNow, notes } = rangeNow(input.range, now)
  if (!group) throw invalid('source', `is a log that ${input.stage} doesn't have`)
  const end = endsNow ? Math.ceil((toMs + 1) / stepMs) * stepMs : toMs
  const found = await readNewestLines(
    connection,
    {
      group: group.name,
      pattern: filterPattern(input.filter ?? ''),
      fromMs: Math.floor(fromMs / stepMs) * stepMs,
      toMs: input.older === undefined ? end : olderThan(input.older, end),
    },
    most,
  )
  const read = lineReader(input.source, config)
  const lines = found?.lines ?? []
  const searchedFromMs = found?.searchedFromMs ?? fromMs
  return {
    lines: lines.map(read),
    older: searchedFromMs > fromMs ? String(searchedFromMs) : null,
    searchedFrom: toInstant(Math.max(searchedFromMs, fromMs)),
    missing: found === null,
    notes,
    asOf: toInstant(now),
  }
}

function olderThan(cursor: string, end: number): number {
  const ms = Number(cursor)
  if (!Number.isSafeInteger(ms) || ms < 0) throw invalid('older', 'is not a place in the log')
  return Math.min(ms, end)
}
