import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { LogsView } from '@callboard/shared-types/logs/logs.schemas'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { readLogGroups } from '../aws/log-groups.reader.ts'
import { readStage } from '../aws/stages.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { AppError } from '../lib/errors.ts'
import { readAccessFormat } from '../aws/access-format.ts'
import { lackingFor } from './breakdown-query.ts'
import { accessDestination, stageGroups } from '../aws/stage-log-groups.ts'

/** @throws not_found */
export async function getLogs(ctx: Ctx, { connection: name, apiId, stage }: StageAddress): Promise<LogsView> {
  const connection = ctx.connections.get(name)
  const { config } = await readStage(connection, apiId, stage)
  const groups = stageGroups(apiId, stage, config)
  const bases = groups.filter(({ source }) => !source.endsWith('-canary'))
  let unknown: string | null = null
  const seen = await Promise.all(bases.map((group) => readLogGroups(connection, group.name))).catch(
    (error: unknown) => {
      if (!(error instanceof AppError)) throw error
      unknown = error.message
      return []
    },
  )
  const format = config.accessLogSettings?.format ?? null
  return {
    groups: groups.map((group) => {
      const found = seen.flat().find((one) => one.name === group.name)
      return {
        ...group,
        exists: found !== undefined,
        retentionDays: found?.retentionDays ?? null,
        storedBytes: found?.storedBytes ?? null,
      }
    }),
    execution: executionOf(config),
    access: { state: accessDestination(config).kind, format, ...readable(format) },
    unknown,
    asOf: toInstant(ctx.clocks.worldMs()),
  }
}

function readable(format: string | null): Pick<LogsView['access'], 'lacks' | 'keys'> {
  const read = format === null ? null : readAccessFormat(format)
  return {
    lacks: read ? lackingFor(read) : [],
    keys: read?.kind === 'json' ? Object.fromEntries(read.paths) : null,
  }
}

function executionOf({ methodSettings = {} }: StageConfig): LogsView['execution'] {
  const settings = Object.values(methodSettings)
  const levels = new Set(settings.map(({ loggingLevel }) => loggingLevel))
  const [only = 'OFF'] = levels
  return {
    level: levels.size > 1 ? 'mixed' : (only as 'OFF' | 'ERROR' | 'INFO'),
    dataTrace: settings.some(({ dataTraceEnabled }) => dataTraceEnabled),
  }
}
