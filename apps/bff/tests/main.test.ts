import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clientAs, signIn } from './test-app.ts'

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url))

let folder: string
const running: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callboard-main-'))
})
afterEach(async () => {
  for (const child of running.splice(0)) {
    child.kill('SIGKILL')
    await ended(child)
  }
  rmSync(folder, { recursive: true })
})

function start(env: Record<string, string> = {}): ChildProcess {
  const settings = { PORT: '0', EMULATOR_PORT: '0', DATA_DIR: folder, PATH: process.env['PATH']!, ...env }
  const child = spawn(process.execPath, [program], { env: settings, stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  return child
}

const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once('exit', resolve))

/** Its first line: where it is. */
const ready = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.stdout!.once('data', (chunk: Buffer) =>
      resolve(/http:\S+/.exec(chunk.toString())![0].replace('localhost', '127.0.0.1')),
    )
    child.once('exit', () => reject(new Error('It ended before it was ready')))
  })

async function refusal(child: ChildProcess): Promise<{ code: number | null; sentence: string }> {
  let sentence = ''
  child.stderr!.on('data', (chunk: Buffer) => (sentence += chunk.toString()))
  return { code: await ended(child), sentence: sentence.trim() }
}

async function emulatorOf(url: string): Promise<string> {
  const cookie = await signIn(url, 'mara')
  const fleet = await fetch(`${url}/api/c/demo/fleet`, { headers: { cookie } })
  const { rows } = (await fleet.json()) as { rows: { invokeUrl: string }[] }
  return new URL(rows[0]!.invokeUrl).origin
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/_emulator/clock`, { headers: { connection: 'close' } }).then(
    ({ ok }) => ok,
    () => false,
  )

async function gone(url: string): Promise<void> {
  while (await answers(url)) await new Promise((done) => setTimeout(done, 20))
}

describe('the program', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('starts AWS beside it, and %s ends both', async (signal) => {
    const child = start()
    const emulator = await emulatorOf(await ready(child))
    expect(await answers(emulator)).toBe(true)

    child.kill(signal)

    expect(await ended(child)).toBe(0)
    await gone(emulator)
  })

  test('leaves no emulator behind when it is killed', async () => {
    const child = start()
    const emulator = await emulatorOf(await ready(child))

    child.kill('SIGKILL')

    await gone(emulator)
  })

  test('goes on where it was: the same world, the same clock or later', async () => {
    const first = start()
    const look = async (url: string) => {
      const cookie = await signIn(url, 'mara')
      const [session, fleet] = await Promise.all(
        ['/api/session', '/api/c/demo/fleet'].map(async (path) =>
          (await fetch(url + path, { headers: { cookie } })).json(),
        ),
      )
      const { rows } = fleet as { rows: { apiId: string; stage: string; deployment: { id: string } }[] }
      return {
        now: (session as { worldNow: string }).worldNow,
        ids: rows.map((row) => `${row.apiId}/${row.stage}/${row.deployment.id}`),
      }
    }
    const before = await look(await ready(first))
    first.kill('SIGINT')
    await ended(first)

    const after = await look(await ready(start()))

    expect(after.ids).toEqual(before.ids)
    expect(after.now >= before.now).toBe(true)
  })
})

test('a change that is under way when the program is asked to end comes to its end', async () => {
  const child = start()
  const url = await ready(child)
  const emulator = await emulatorOf(url)
  const mara = await clientAs(url, 'mara')
  const { rows } = await mara.apis.fleet({ connection: 'demo' })
  const { apiId } = rows.find(({ apiName, stage }) => apiName === 'checkout' && stage === 'qa')!
  const address = { connection: 'demo', kind: 'rest' as const, apiId, stage: 'qa' }
  const { items } = await mara.deployments.list(address)
  const input = { ...address, deploymentId: items.at(-1)!.id }
  const { plan } = await mara.deployments.rollBack({ ...input, dryRun: true })
  await fetch(`${emulator}/_emulator/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ operation: 'UpdateStage', kind: 'delay', ms: 1_000, times: 1 }),
  })

  const rollingBack = mara.deployments.rollBack({ ...input, dryRun: false, seen: plan.seen })
  await new Promise((done) => setTimeout(done, 300))
  child.kill('SIGTERM')

  expect((await rollingBack).change).toMatchObject({ status: 'done' })
  expect(await ended(child)).toBe(0)
})

test('a data folder that was moved is the same Callboard', async () => {
  const first = start({ DATA_DIR: join(folder, 'here') })
  const api = async (url: string) =>
    (await (await clientAs(url, 'mara')).apis.fleet({ connection: 'demo' })).rows[0]!.apiId
  const before = await api(await ready(first))
  first.kill('SIGINT')
  await ended(first)
  renameSync(join(folder, 'here'), join(folder, 'there'))

  expect(await api(await ready(start({ DATA_DIR: join(folder, 'there') })))).toBe(before)
})

describe('one clear sentence, and exit code 1', () => {
  test('where the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((done) => other.once('listening', done))
    const { port } = other.address() as AddressInfo

    expect(await refusal(start({ PORT: String(port) }))).toEqual({
      code: 1,
      sentence: `Port ${port} is in use: end what listens there, or set PORT to another`,
    })
    other.close()
  })

  test('where another Callboard has the folder', async () => {
    await ready(start())

    const { code, sentence } = await refusal(start())

    expect(code).toBe(1)
    expect(sentence).toBe(`Another Callboard has the data folder ${folder}: end it, or set DATA_DIR to another`)
  })

  test('where the folder cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '')

    const { code, sentence } = await refusal(start({ DATA_DIR: join(folder, 'file', 'below') }))

    expect(code).toBe(1)
    expect(sentence).toMatch(/^The data folder .* can't be written: [^\n]*$/)
  })

  test('where the configuration is wrong, with the whole list', async () => {
    const { code, sentence } = await refusal(start({ HOST: '0.0.0.0', LOG_LEVEL: 'loud' }))

    expect(code).toBe(1)
    expect(sentence).toContain('HOST')
    expect(sentence).toContain('LOG_LEVEL')
  })
})
