import { APIGatewayClient } from '@aws-sdk/client-api-gateway'
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail'
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs'
import { fromIni, fromTemporaryCredentials } from '@aws-sdk/credential-providers'
import type { Connection } from '@callboard/shared-types/connections/connections.schemas'
import { planUpdateSeconds } from '@callboard/shared-types/plans/plan-rules'
import { notFound } from '../lib/errors.ts'
import { CallBudget, controlPlaneBudget, logsBudget, metricsBudget, trailBudget, type Budget } from './call-budget.ts'
import type { AppError } from '../lib/errors.ts'
import { AwsCalls } from './aws-calls.ts'
import { DeniedActions } from './denied-actions.ts'
import type { SeenDeployment } from './seen-deployment.ts'
import { Pace } from './pace.ts'
import { ReadCache } from './read-cache.ts'
import type { SeenStage } from './seen-stage.ts'

/** An account and region as configured. Without an endpoint it's AWS itself. */
export interface ConnectionConfig extends Omit<Connection, 'deniedActions'> {
  endpoint?: string
  /** Of the AWS configuration on this machine; with `role` the one that may assume it. */
  profile?: string
  /** The ARN of a role to assume. */
  role?: string
  /** Given outright for the embedded emulator; else by profile, role or the SDK's own chain. */
  credentials?: { accessKeyId: string; secretAccessKey: string }
}

/** One account and region: its clients, what may be called there, and what it answered lately. */
export interface AwsConnection {
  config: ConnectionConfig
  gateway: AwsCalls<APIGatewayClient>
  metrics: AwsCalls<CloudWatchClient>
  trail: AwsCalls<CloudTrailClient>
  logs: AwsCalls<CloudWatchLogsClient>
  cache: ReadCache
  /** Edits of usage plans: AWS takes one in 20 seconds for the whole account. */
  planUpdates: Pace
  /** What each API was when it was last looked at, for pages that would rather show that than wait. */
  lastSeen: Map<string, { stages: SeenStage[]; deployments: SeenDeployment[] }>
  /** Why the last look at an API found nothing. */
  lastFailure: Map<string, AppError>
  /** APIs that were written to since they were last seen: the next look doesn't go without them. */
  written: Set<string>
  /** IAM actions that were refused lately. */
  denied: DeniedActions
  /** Told each time the deployments of an API were fetched. */
  onDeploymentsRead?: (apiId: string, deployments: SeenDeployment[]) => void
  /** Called when stages are asked for; what it returns is told the answer, and whether it's all stages of the API. */
  watchStages?: () => (apiId: string, stages: SeenStage[], whole: boolean) => Promise<void>
  /** Queries of Logs Insights that run or ended lately, by their question. */
  queries: Map<string, unknown>
}

export interface CallSettings {
  processMs: () => number
  /** Aborted when Callboard ends. */
  ending: AbortSignal
  controlPlane?: Budget
  metrics?: Budget
  logs?: Budget
  /** Between two edits of usage plans; AWS's own pace without it. */
  planUpdateMs?: number
  requestTimeoutMs?: number
}

export class Connections {
  readonly #byName: Map<string, AwsConnection>

  constructor(configs: ConnectionConfig[], settings: CallSettings) {
    this.#byName = new Map(configs.map((config) => [config.name, connect(config, settings)]))
  }

  /** @throws not_found */
  get(name: string): AwsConnection {
    const found = this.#byName.get(name)
    if (!found) throw notFound('connection', name)
    return found
  }

  /** The connection to an account and region, whatever it's called now. */
  find(accountId: string, region: string): AwsConnection | undefined {
    return [...this.#byName.values()].find(({ config }) => config.accountId === accountId && config.region === region)
  }

  list(): ConnectionConfig[] {
    return [...this.#byName.values()].map(({ config }) => config)
  }
}

function connect(config: ConnectionConfig, settings: CallSettings): AwsConnection {
  const denied = new DeniedActions(settings.processMs)
  const options = {
    region: config.region,
    ...(config.endpoint ? { endpoint: config.endpoint } : {}),
    ...credentialsOf(config),
    // What may be retried is decided in AwsCalls, by what the answer proves.
    maxAttempts: 1,
    requestHandler: {
      requestTimeout: settings.requestTimeoutMs ?? 10_000,
      throwOnRequestTimeout: true,
      connectionTimeout: 3_000,
    },
  }
  const budget = (own: Budget | undefined, usual: Budget) =>
    new CallBudget(own ?? usual, settings.processMs, settings.ending)
  return {
    config,
    gateway: new AwsCalls(new APIGatewayClient(options), budget(settings.controlPlane, controlPlaneBudget), denied),
    metrics: new AwsCalls(new CloudWatchClient(options), budget(settings.metrics, metricsBudget), denied),
    trail: new AwsCalls(new CloudTrailClient(options), budget(undefined, trailBudget), denied),
    logs: new AwsCalls(new CloudWatchLogsClient(options), budget(settings.logs, logsBudget), denied),
    cache: new ReadCache(settings.processMs),
    planUpdates: new Pace(settings.planUpdateMs ?? planUpdateSeconds * 1_000, settings.processMs),
    lastSeen: new Map(),
    lastFailure: new Map(),
    written: new Set(),
    denied,
    queries: new Map(),
  }
}

function credentialsOf({ credentials, profile, role, region }: ConnectionConfig) {
  if (credentials) return { credentials }
  const own = profile ? fromIni({ profile }) : undefined
  if (!role) return own ? { credentials: own } : {}
  const params = { RoleArn: role, RoleSessionName: 'callboard' }
  return {
    credentials: fromTemporaryCredentials({
      params,
      clientConfig: { region },
      ...(own ? { masterCredentials: own } : {}),
    }),
  }
}
