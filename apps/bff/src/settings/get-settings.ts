import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { MethodChoice, MethodRow, SettingsView } from '@callboard/shared-types/settings/settings.schemas'
import type { MethodSetting, StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { readAccount } from '../aws/account.reader.ts'
import { readClientCertificates } from '../aws/client-certificates.reader.ts'
import type { AwsConnection } from '../aws/connections.ts'
import { readRoutes } from '../aws/deployments.reader.ts'
import { allMethods, methodKey, readableMethod } from '../aws/method-key.ts'
import { settingOf } from '../aws/method-settings.ts'
import { readStage } from '../aws/stages.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { AppError } from '../lib/errors.ts'
import { pendingTraceEnds, type TraceEnd } from './trace-ends.ts'

/** @throws not_found */
export async function getSettings(ctx: Ctx, address: StageAddress): Promise<SettingsView> {
  const connection = ctx.connections.get(address.connection)
  const { config, tags, webAclArn } = await readStage(connection, address.apiId, address.stage)
  const [account, live, certificates, ends] = await Promise.all([
    readAccount(connection),
    liveMethods(connection, address.apiId, config),
    readClientCertificates(connection).catch(() => null),
    pendingTraceEnds(ctx, address),
  ])
  return {
    description: config.description ?? '',
    tracingEnabled: config.tracingEnabled,
    accessLog: config.accessLogSettings
      ? { destinationArn: config.accessLogSettings.destinationArn ?? '', format: config.accessLogSettings.format ?? '' }
      : null,
    clientCertificateId: config.clientCertificateId ?? null,
    clientCertificates:
      certificates?.map(({ expiresMs, ...of }) => ({
        ...of,
        expiresAt: expiresMs === null ? null : toInstant(expiresMs),
      })) ?? null,
    webAclArn: webAclArn ?? null,
    tags: Object.fromEntries(Object.entries(tags).filter(([key]) => !key.startsWith('aws:'))),
    methods: methodRows(config.methodSettings ?? {}, live.keys, ends),
    methodsUnknown: live.unknown,
    logRoleArn: account.cloudwatchRoleArn || null,
    asOf: toInstant(ctx.clocks.worldMs()),
  }
}

async function liveMethods(connection: AwsConnection, apiId: string, { deploymentId }: StageConfig) {
  if (!deploymentId) return { keys: [], unknown: null }
  try {
    const routes = await readRoutes(connection, apiId, deploymentId)
    return { keys: routes.map(({ path, method }) => methodKey(path, method)), unknown: null }
  } catch (error) {
    if (error instanceof AppError) return { keys: [], unknown: error.message }
    throw error
  }
}

function methodRows(settings: Record<string, MethodSetting>, live: string[], ends: TraceEnd[]): MethodRow[] {
  const keys = [...new Set([allMethods, ...live, ...Object.keys(settings).toSorted()])]
  return keys.map((key) => ({
    key,
    name: key === allMethods ? 'Stage default' : readableMethod(key),
    effective: choiceOf(settingOf({ methodSettings: settings }, key)),
    own: Object.hasOwn(settings, key),
    // Without the live deployment's methods nobody can tell.
    orphan: key !== allMethods && live.length > 0 && !live.includes(key),
    traceEndsAt: endOf(key, settings, ends),
  }))
}

function endOf(key: string, settings: Record<string, MethodSetting>, ends: TraceEnd[]) {
  const end = settings[key]?.dataTraceEnabled && ends.find(({ keys }) => keys.includes(key))
  return end ? toInstant(end.atMs) : null
}

const choiceOf = (setting: MethodSetting): MethodChoice => ({
  metricsEnabled: setting.metricsEnabled,
  loggingLevel: setting.loggingLevel as MethodChoice['loggingLevel'],
  dataTraceEnabled: setting.dataTraceEnabled,
  throttlingRateLimit: setting.throttlingRateLimit,
  throttlingBurstLimit: setting.throttlingBurstLimit,
})
