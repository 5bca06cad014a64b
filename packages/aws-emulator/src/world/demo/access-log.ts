import type { Place } from '../../lib/store.ts'
import type { DemoApi, DemoStage } from './demo-api.ts'

/** Stages that customers call. */
const live = ['prod', 'v1', 'v2']

/** What one needs to break errors and latencies down; `error.messageString` brings its own quotes (documented). */
const format = JSON.stringify({
  requestId: '$context.requestId',
  ip: '$context.identity.sourceIp',
  requestTime: '$context.requestTime',
  httpMethod: '$context.httpMethod',
  resourcePath: '$context.resourcePath',
  path: '$context.path',
  status: '$context.status',
  responseLength: '$context.responseLength',
  responseLatency: '$context.responseLatency',
  integrationLatency: '$context.integrationLatency',
  integrationStatus: '$context.integrationStatus',
  responseType: '$context.error.responseType',
  deploymentId: '$context.deploymentId',
  apiKeyId: '$context.identity.apiKeyId',
})

/** The API with an access log on each of its live stages that is called. */
export function withAccessLogs({ account, region }: Place, api: DemoApi): DemoApi {
  const settingsOf = (stage: DemoStage) => ({
    ...stage.settings,
    '/accessLogSettings/destinationArn': `arn:aws:logs:${region}:${account}:log-group:/aws/apigateway/${api.name}/${stage.name}`,
    '/accessLogSettings/format': format,
  })
  const isLogged = ({ name, traffic }: DemoStage) => traffic !== undefined && live.includes(name)
  return {
    ...api,
    stages: api.stages.map((stage) => (isLogged(stage) ? { ...stage, settings: settingsOf(stage) } : stage)),
  }
}
