import { APIGatewayClient } from '@aws-sdk/client-api-gateway'
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail'
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs'
import { STSClient } from '@aws-sdk/client-sts'
import { onTestFinished } from 'vitest'
import { startEmulator, type RunningEmulator, type StartOptions } from '../server.ts'
import { watchOperations } from './seen-operations.ts'

/** An instant of the tests: a Thursday at noon, UTC. */
export const testStart = Date.UTC(2026, 0, 15, 12)

/** Where the tests' own clients are. */
export const testPlace = { account: '111122223333', region: 'eu-central-1' }

export type Emulated = RunningEmulator & {
  apiGateway: APIGatewayClient
  cloudWatch: CloudWatchClient
  logs: CloudWatchLogsClient
  sts: STSClient
  cloudTrail: CloudTrailClient
  direct(method: string, endpoint: string, body?: unknown): Promise<{ status: number; json: never }>
}

/** An emulator for one test, ended with it, and the SDK's clients for an account of its own. Its clock stands still. */
export async function emulated(options: StartOptions = {}, account = '111122223333'): Promise<Emulated> {
  const running = await startEmulator({ speed: 0, startAt: testStart, ...options })
  onTestFinished(() => running.close())
  return { ...running, ...clientsOf(running.url, account), direct: (...args) => direct(running.url, ...args) }
}

/** No retries: a test wants to see the first answer. */
export function clientsOf(endpoint: string, accessKeyId: string, region = 'eu-central-1') {
  const config = { endpoint, region, credentials: { accessKeyId, secretAccessKey: 'any' }, maxAttempts: 1 }
  const apiGateway = new APIGatewayClient(config)
  watchOperations(apiGateway)
  return {
    apiGateway,
    cloudWatch: new CloudWatchClient(config),
    logs: new CloudWatchLogsClient(config),
    sts: new STSClient(config),
    cloudTrail: new CloudTrailClient(config),
  }
}

async function direct(url: string, method: string, endpoint: string, body?: unknown) {
  const answer = await fetch(`${url}/_emulator/${endpoint}`, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  return { status: answer.status, json: (await answer.json()) as never }
}

/** The client's `send`, to be called by itself. */
export const sender = (client: APIGatewayClient) => client.send.bind<APIGatewayClient['send']>(client)
