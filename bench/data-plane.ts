import type { ChildProcess } from 'node:child_process'
import {
  APIGatewayClient,
  CreateApiKeyCommand,
  CreateDeploymentCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway'
import { sendLoad, type LoadResult } from './load.ts'
import { started } from './started.ts'
import { median } from './median.ts'

const wantedShare = 0.25
const rounds = 4
const warmUpMs = 1_500
const roundMs = 3_000
const connections = 16
const key = 'a-key-of-the-benchmark'

/** A MOCK with key, throttle and cache on, beside a bare Express route in turns: how much of its pace the data plane reaches. */
export async function benchDataPlane(): Promise<boolean> {
  const children: ChildProcess[] = []
  try {
    const bare = await started(children, './bare-route.ts', [], { path: '/pets', body: '{"pets":[]}' })
    const emulator = await started(children, '../packages/aws-emulator/src/cli.ts', ['--port', '0'])
    const { host, path } = await makeApi(emulator.port)
    const toBare = () => 'GET /pets HTTP/1.1\r\nhost: localhost\r\n\r\n'
    const toStage = (index: number) =>
      `GET ${path}?type=${index % 100} HTTP/1.1\r\nhost: ${host}\r\nx-api-key: ${key}\r\n\r\n`
    const load = (port: number, request: (index: number) => string, forMs: number) =>
      sendLoad({ port, connections, forMs, request })

    await load(bare.port, toBare, warmUpMs)
    await load(emulator.port, toStage, warmUpMs)
    const results: { bare: LoadResult; stage: LoadResult }[] = []
    for (let round = 0; round < rounds; round++) {
      results.push({ bare: await load(bare.port, toBare, roundMs), stage: await load(emulator.port, toStage, roundMs) })
    }
    return report(results)
  } finally {
    for (const child of children) child.kill()
  }
}

function report(results: { bare: LoadResult; stage: LoadResult }[]): boolean {
  console.log('data-plane: a MOCK with key, throttle and cache, beside a bare Express route, requests a second\n')
  const shares = results.map(({ bare, stage }) => stage.perSecond / bare.perSecond)
  for (const [index, { bare, stage }] of results.entries()) {
    console.log(
      `  round ${index + 1}: Express ${bare.perSecond.toFixed(0).padStart(6)}   stage ${stage.perSecond.toFixed(0).padStart(6)}   ${percent(shares[index] ?? 0)}`,
    )
  }
  const other = results.flatMap(({ stage }) => Object.keys(stage.statuses).filter((status) => status !== '200'))
  const middle = median(shares)
  const reached = middle >= wantedShare && other.length === 0
  if (other.length > 0) console.log(`\n  answers besides 200: ${[...new Set(other)].join(', ')}`)
  console.log(
    `\n${reached ? 'reached' : 'NOT reached'}: ${percent(middle)} of Express in the middle round (wanted: ${percent(wantedShare)} at least)`,
  )
  return reached
}

const percent = (share: number) => `${(share * 100).toFixed(0)} %`

async function makeApi(port: number): Promise<{ host: string; path: string }> {
  const credentials = { accessKeyId: '111122223333', secretAccessKey: 'any' }
  const client = new APIGatewayClient({ endpoint: `http://127.0.0.1:${port}`, region: 'eu-central-1', credentials })
  const { id: restApiId = '', rootResourceId: parentId } = await client.send(
    new CreateRestApiCommand({ name: 'bench' }),
  )
  const { id: resourceId = '' } = await client.send(
    new CreateResourceCommand({ restApiId, parentId, pathPart: 'pets' }),
  )
  const method = { restApiId, resourceId, httpMethod: 'GET' }
  const parameter = 'method.request.querystring.type'
  const requestParameters = { [parameter]: false }
  await client.send(
    new PutMethodCommand({ ...method, authorizationType: 'NONE', apiKeyRequired: true, requestParameters }),
  )
  await client.send(new PutMethodResponseCommand({ ...method, statusCode: '200' }))
  const requestTemplates = { 'application/json': '{"statusCode": 200}' }
  await client.send(
    new PutIntegrationCommand({ ...method, type: 'MOCK', requestTemplates, cacheKeyParameters: [parameter] }),
  )
  const responseTemplates = { 'application/json': '{"pets":[]}' }
  await client.send(new PutIntegrationResponseCommand({ ...method, statusCode: '200', responseTemplates }))
  await client.send(new CreateDeploymentCommand({ restApiId, stageName: 'bench', cacheClusterEnabled: true }))
  const replace = (path: string, value: string) => ({ op: 'replace' as const, path, value })
  const patchOperations = [
    replace('/*/*/caching/enabled', 'true'),
    replace('/*/*/throttling/rateLimit', '1000000'),
    replace('/*/*/throttling/burstLimit', '1000000'),
  ]
  await client.send(new UpdateStageCommand({ restApiId, stageName: 'bench', patchOperations }))
  const apiStages = [{ apiId: restApiId, stage: 'bench' }]
  const throttle = { rateLimit: 1_000_000, burstLimit: 1_000_000 }
  const quota = { limit: 1_000_000_000, period: 'MONTH' as const }
  const { id: usagePlanId } = await client.send(new CreateUsagePlanCommand({ name: 'all', apiStages, throttle, quota }))
  const { id: keyId } = await client.send(new CreateApiKeyCommand({ value: key, enabled: true }))
  await client.send(new CreateUsagePlanKeyCommand({ usagePlanId, keyId, keyType: 'API_KEY' }))
  await pass(port, 10)
  return { host: `${restApiId}.execute-api.eu-central-1.amazonaws.com`, path: '/bench/pets' }
}

/** The cluster takes a while to be there. */
async function pass(port: number, advanceSeconds: number): Promise<void> {
  await fetch(`http://127.0.0.1:${port}/_emulator/clock`, { method: 'POST', body: JSON.stringify({ advanceSeconds }) })
}
