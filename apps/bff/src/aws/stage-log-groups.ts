import type { LogSource } from '@callboard/shared-types/logs/logs.schemas'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'

const arn = /^arn:aws[a-z-]*:(logs|firehose):[^:]*:\d*:(?:log-group|deliverystream)[:/]([^:]+)(?::\*)?$/

/** Where an access log goes. */
export function accessDestination({
  accessLogSettings,
}: StageConfig): { kind: 'off' | 'firehose' } | { kind: 'group'; name: string } {
  const destination = accessLogSettings?.destinationArn
  if (!destination) return { kind: 'off' }
  const [, service, name = ''] = arn.exec(destination) ?? []
  return service === 'logs' ? { kind: 'group', name } : { kind: 'firehose' }
}

/** The groups a stage logs to (metrics 5.5, 5.6); those of a canary only while there is one. */
export function stageGroups(apiId: string, stage: string, config: StageConfig): { source: LogSource; name: string }[] {
  const access = accessDestination(config)
  const execution = `API-Gateway-Execution-Logs_${apiId}/${stage}`
  const own: { source: 'access' | 'execution'; name: string }[] = [
    ...(access.kind === 'group' ? [{ source: 'access' as const, name: access.name }] : []),
    { source: 'execution', name: execution },
  ]
  const canary = own.map(({ source, name }) => ({ source: `${source}-canary` as const, name: `${name}/Canary` }))
  return config.canarySettings ? [...own, ...canary] : own
}
