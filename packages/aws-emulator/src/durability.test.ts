import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fork, type ChildProcess } from 'node:child_process'
import {
  CreateRestApiCommand,
  GetRestApisCommand,
  GetStageCommand,
  GetStagesCommand,
} from '@aws-sdk/client-api-gateway'
import { expect, onTestFinished, test } from 'vitest'
import { seededRandom } from './lib/random.ts'
import { clientsOf, emulated } from './testing/emulated.ts'
import { patch, replace, smallApi, type SmallApi } from './testing/small-api.ts'

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The emulator as a process of its own: only that can be killed. */
async function child(dataDir: string): Promise<{ process: ChildProcess; url: string }> {
  const started = fork(join(import.meta.dirname, 'cli.ts'), ['--port', '0', '--data', dataDir, '--exit-with-parent'], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  onTestFinished(() => void started.kill('SIGKILL'))
  const { url } = await new Promise<{ url: string }>((resolve) =>
    started.once('message', (message) => resolve(message as never)),
  )
  return { process: started, url }
}

const gone = (process: ChildProcess) => new Promise((resolve) => process.once('exit', resolve))

test('killed in the middle of writes, everything that was acknowledged is there afterwards', async () => {
  const dataDir = dataFolder()
  const random = seededRandom(1)
  let api: SmallApi | undefined
  const acknowledged = new Map<string, string>()
  for (let round = 0; round < 4; round++) {
    const { process, url } = await child(dataDir)
    const { apiGateway } = clientsOf(url, '111122223333')
    api ??= await smallApi(apiGateway)
    const stage = await apiGateway.send(new GetStageCommand(api))
    for (const [name, value] of acknowledged) expect(stage.variables?.[name]).toBe(value)
    const ended = gone(process)
    setTimeout(() => process.kill('SIGKILL'), 30 + random() * 150)
    for (let write = 0; process.exitCode === null && process.signalCode === null; write++) {
      const [name, value] = [`v${write % 90}`, `r${round}w${write}`]
      const sent = await patch(apiGateway, api, replace(`/variables/${name}`, value)).catch(() => undefined)
      if (!sent) break
      acknowledged.set(name, value)
    }
    await ended
  }
  expect(acknowledged.size).toBeGreaterThan(10)
})

test('a world kept in a folder comes back whole: ids, past, seed and an unbroken clock', async () => {
  const dataDir = dataFolder()
  const first = await emulated({ dataDir, world: 'demo', seed: 5 }, '123456789012')
  await first.direct('POST', 'clock', { advanceSeconds: 3600 })
  const { items } = await first.apiGateway.send(new GetRestApisCommand({}))
  const { json: before } = await first.direct('GET', 'clock')
  await first.close()
  const again = await emulated({ dataDir, startAt: 0, seed: 9 }, '123456789012')
  expect((await again.direct('GET', 'clock')).json).toEqual(before)
  const kept = await again.apiGateway.send(new GetRestApisCommand({}))
  expect(kept.items).toEqual(items)
  const { item } = await again.apiGateway.send(new GetStagesCommand({ restApiId: items?.[0]?.id }))
  expect(item).toHaveLength(3)
  const made = await again.apiGateway.send(new CreateRestApiCommand({ name: 'new' }))
  expect(items?.map(({ id }) => id)).not.toContain(made.id)
})

test('one process per folder', async () => {
  const dataDir = dataFolder()
  await emulated({ dataDir })
  await expect(emulated({ dataDir })).rejects.toThrow(`The data folder ${dataDir} is in use by another emulator.`)
})
