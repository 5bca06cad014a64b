import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateRestApiCommand,
  CreateStageCommand,
  PutIntegrationCommand,
  PutMethodCommand,
} from '@aws-sdk/client-api-gateway'
import { sendLoad } from './load.ts'
import { started } from './started.ts'
import { median } from './median.ts'

const wanted = { read: 0.3, write: 0.05, startSeconds: 3, megabytes: 300 }
const rounds = 5
const roundMs = 1_500
const connections = 16
const account = '111122223333'
const authorization = `AWS4-HMAC-SHA256 Credential=${account}/20260115/eu-central-1/apigateway/aws4_request, Signature=0`

/** The control plane beside one route of Express that answers the same bytes, in turns; and how a big world starts. */
export async function benchEmulator(): Promise<boolean> {
  const children: ChildProcess[] = []
  const folder = mkdtempSync(join(tmpdir(), 'callboard-bench-'))
  try {
    const program = '../packages/aws-emulator/src/cli.ts'
    const emulator = await started(children, program, ['--port', '0', '--data', folder])
    const path = await makeStage(emulator.port)
    const head = `host: localhost\r\nauthorization: ${authorization}\r\n`
    const read = () => `GET ${path} HTTP/1.1\r\n${head}\r\n`
    const write = (index: number) => {
      const body = JSON.stringify({
        patchOperations: [{ op: 'replace', path: '/description', value: `change ${index}` }],
      })
      return `PATCH ${path} HTTP/1.1\r\n${head}content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
    }
    const answer = await fetch(`http://127.0.0.1:${emulator.port}${path}`, { headers: { authorization } })
    const bare = await started(children, './bare-route.ts', [], { path, body: await answer.text() })
    console.log(
      'emulator: the control plane beside a bare Express route that answers the same bytes, requests a second\n',
    )
    const reads = await share('GetStage', read, emulator.port, bare.port)
    const writes = await share('UpdateStage, on the disk', write, emulator.port, bare.port)
    const world = await bigWorld(children, program)
    const reached = [
      verdict('reads', reads >= wanted.read, `${percent(reads)} of Express`, `${percent(wanted.read)} at least`),
      verdict(
        'durable writes',
        writes >= wanted.write,
        `${percent(writes)} of Express`,
        `${percent(wanted.write)} at least`,
      ),
      verdict(
        '500 APIs × 4 stages start',
        world.seconds < wanted.startSeconds,
        `in ${world.seconds.toFixed(1)} s`,
        `under ${wanted.startSeconds} s`,
      ),
      verdict('and hold', world.megabytes < wanted.megabytes, `${world.megabytes} MB`, `under ${wanted.megabytes} MB`),
    ]
    return reached.every(Boolean)
  } finally {
    for (const child of children) child.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The median over rounds in which both are asked one after the other. */
async function share(
  name: string,
  request: (index: number) => string,
  port: number,
  barePort: number,
): Promise<number> {
  const load = (to: number) => sendLoad({ port: to, connections, forMs: roundMs, request })
  await load(barePort)
  await load(port)
  const shares: number[] = []
  for (let round = 1; round <= rounds; round++) {
    const bare = await load(barePort)
    const emulator = await load(port)
    const other = Object.keys(emulator.statuses).filter((status) => status !== '200')
    if (other.length > 0) throw new Error(`${name} was answered with ${other.join(', ')}`)
    shares.push(emulator.perSecond / bare.perSecond)
    const figures = `Express ${bare.perSecond.toFixed(0).padStart(6)}   emulator ${emulator.perSecond.toFixed(0).padStart(6)}`
    console.log(`  ${name}, round ${round}: ${figures}   ${percent(shares.at(-1) ?? 0)}`)
  }
  return median(shares)
}

async function bigWorld(children: ChildProcess[], program: string): Promise<{ seconds: number; megabytes: number }> {
  const begun = performance.now()
  const { child } = await started(children, program, ['--port', '0', '--world', 'fleet', '--stages', '2000'])
  const seconds = (performance.now() - begun) / 1000
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
  return { seconds, megabytes: Math.round(Number(kilobytes) / 1024) }
}

function verdict(what: string, reached: boolean, figure: string, goal: string): boolean {
  console.log(`${reached ? 'reached' : 'NOT reached'}: ${what} ${figure} (wanted: ${goal})`)
  return reached
}

const percent = (part: number) => `${(part * 100).toFixed(0)} %`

/** A stage of a small API, and the path that reads and changes it. */
async function makeStage(port: number): Promise<string> {
  const credentials = { accessKeyId: account, secretAccessKey: 'any' }
  const client = new APIGatewayClient({ endpoint: `http://127.0.0.1:${port}`, region: 'eu-central-1', credentials })
  const { id: restApiId = '', rootResourceId } = await client.send(new CreateRestApiCommand({ name: 'bench' }))
  const method = { restApiId, resourceId: rootResourceId, httpMethod: 'GET' }
  await client.send(new PutMethodCommand({ ...method, authorizationType: 'NONE' }))
  await client.send(new PutIntegrationCommand({ ...method, type: 'MOCK' }))
  const { id: deploymentId } = await client.send(new CreateDeploymentCommand({ restApiId }))
  await client.send(new CreateStageCommand({ restApiId, deploymentId, stageName: 'bench', description: 'change 0' }))
  return `/restapis/${restApiId}/stages/bench`
}
