import type { CacheView } from '@callboard/shared-types/cache/cache.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { AwsConnection } from '../aws/connections.ts'
import { readRoutes } from '../aws/deployments.reader.ts'
import { allMethods } from '../aws/method-key.ts'
import { settingOf } from '../aws/method-settings.ts'
import { windowBefore } from '../aws/metric-window.ts'
import { readSeries } from '../aws/metrics.reader.ts'
import { readRestApi } from '../aws/rest-apis.reader.ts'
import { readStage } from '../aws/stages.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { AppError } from '../lib/errors.ts'
import { cachedMethods, choiceOf } from './cached-methods.ts'
import { changingSince } from './changing-since.ts'
import { readDefinedCaching } from './read-definition.ts'

/** @throws not_found */
export async function getCache(ctx: Ctx, address: StageAddress): Promise<CacheView> {
  const connection = ctx.connections.get(address.connection)
  const stage = await readStage(connection, address.apiId, address.stage)
  const { config } = stage
  const [routes, defined, since, figures] = await Promise.all([
    orReason(config.deploymentId ? readRoutes(connection, address.apiId, config.deploymentId) : Promise.resolve([])),
    readDefinedCaching(connection, address, config),
    changingSince(ctx, address, stage),
    readFigures(ctx, connection, address),
  ])
  return {
    enabled: config.cacheClusterEnabled,
    size: config.cacheClusterSize ?? null,
    status: stage.cacheClusterStatus,
    changingSince: since,
    default: choiceOf(settingOf(config, allMethods)),
    methods: cachedMethods(stage, routes.value ?? null, defined?.keyLacks ?? {}),
    methodsUnknown: routes.reason ?? null,
    canaryShares: config.canarySettings?.useStageCache ?? null,
    authorizers: defined?.authorizers ?? null,
    ...figures,
    asOf: toInstant(ctx.clocks.worldMs()),
  }
}

const hourMs = 60 * 60_000

/** Hits and misses of the last hour: the ratio is that of the calls that could have been hits (metrics 5.1). */
async function readFigures(ctx: Ctx, connection: AwsConnection, { apiId, stage }: StageAddress) {
  const { name: apiName } = await readRestApi(connection, apiId)
  const window = windowBefore(ctx.clocks.worldMs(), hourMs, 60)
  const asked = (['CacheHitCount', 'CacheMissCount'] as const).map((metric) => ({
    apiName,
    stage,
    metric,
    stat: 'Sum',
  }))
  const found = await orReason(readSeries(connection, asked, window))
  const [hits, misses] = found.value?.values ?? [[], []]
  const values = Array.from({ length: hourMs / 60_000 }, (_, minute) => {
    const all = (hits?.[minute] ?? 0) + (misses?.[minute] ?? 0)
    return all > 0 ? (hits?.[minute] ?? 0) / all : null
  })
  return {
    hits: sum(hits ?? []),
    misses: sum(misses ?? []),
    hitRatio: { from: toInstant(window.fromMs), periodSeconds: 60, values },
    figuresUnknown: found.reason ?? null,
  }
}

function sum(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((all, value) => all + value, 0)
}

/** What AWS refuses to tell is said in its place: the rest of the page is worth having. */
const orReason = <T>(asked: Promise<T>): Promise<{ value?: T; reason?: string }> =>
  asked.then(
    (value) => ({ value }),
    (error: unknown) => {
      if (error instanceof AppError) return { reason: error.message }
      throw error
    },
  )
