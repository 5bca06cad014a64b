import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GetStageCommand } from '@aws-sdk/client-api-gateway'
import { expect, onTestFinished } from 'vitest'
import { seededRandom } from '../lib/random.ts'
import { clientsOf } from './emulated.ts'
import { patch, replace, smallApi, type SmallApi } from './small-api.ts'

/** A folder for one test, gone with it. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The emulator as a process of its own: only that can be killed. */
async function child(dataDir: string): Promise<{ process: ChildProcess; url: string }> {
  const started = fork(
    join(import.meta.dirname, '../cli.ts'),
    ['--port', '0', '--data', dataDir, '--exit-with-parent'],
    {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  )
  onTestFinished(() => void started.kill('SIGKILL'))
  const { url } = await new Promise<{ url: string }>((resolve) =>
    started.once('message', (message) => resolve(message as never)),
  )
  return { process: started, url }
}

const gone = (process: ChildProcess) => new Promise((resolve) => process.once('exit', resolve))

/** Kills the emulator in the middle of writes, again and again: all that it acknowledged must be there at the next start. */
export async function killInTheMiddle(seed: number, kills: number): Promise<void> {
  const dataDir = dataFolder()
  const random = seededRandom(seed)
  let api: SmallApi | undefined
  const acknowledged = new Map<string, string>()
  let unanswered: { name: string; value: string } | undefined
  for (let round = 0; round < kills; round++) {
    const { process, url } = await child(dataDir)
    const { apiGateway } = clientsOf(url, '111122223333')
    api ??= await smallApi(apiGateway)
    const stage = await apiGateway.send(new GetStageCommand(api))
    for (const [name, value] of acknowledged) {
      // The write that was under way at the kill may have been done without its answer getting out.
      const allowed = name === unanswered?.name ? [value, unanswered.value] : [value]
      expect(allowed).toContain(stage.variables?.[name])
    }
    const settled = stage.variables?.[unanswered?.name ?? '']
    if (unanswered && settled) acknowledged.set(unanswered.name, settled)
    unanswered = undefined
    const ended = gone(process)
    setTimeout(() => process.kill('SIGKILL'), 30 + random() * 150)
    for (let write = 0; process.exitCode === null && process.signalCode === null; write++) {
      const [name, value] = [`v${write % 90}`, `r${round}w${write}`]
      const sent = await patch(apiGateway, api, replace(`/variables/${name}`, value)).catch(() => undefined)
      if (!sent) {
        unanswered = { name, value }
        break
      }
      acknowledged.set(name, value)
    }
    await ended
  }
  expect(acknowledged.size).toBeGreaterThan(10)
}
