import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Emulator } from './emulator.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const readyMs = 30_000

/** All of Callboard, started as `pnpm start` does it, in a folder and on ports of its own. */
export interface Callboard {
  url: string
  emulator: Emulator
  stop: () => Promise<void>
}

export async function startCallboard(): Promise<Callboard> {
  const dataDir = await mkdtemp(join(tmpdir(), 'callboard-story-'))
  const child = spawn(process.execPath, ['--import', './scripts/require-node.js', 'scripts/start.ts'], {
    cwd: root,
    env: { ...process.env, PORT: '0', EMULATOR_PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await printedUrl(child)
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
    await rm(dataDir, { recursive: true, force: true })
  }
  return { url, emulator: new Emulator(await emulatorUrl(url)), stop }
}

function printedUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const timer = setTimeout(() => reject(new Error(`Callboard wasn't ready in time:\n${output}`)), readyMs)
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const url = /Callboard is at (\S+)/.exec(output)?.[1]
      if (!url) return
      clearTimeout(timer)
      resolve(url)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => reject(new Error(`Callboard ended with ${code}:\n${output}`)))
  })
}

/** The invoke URLs of the demo connection lead to the emulator. */
async function emulatorUrl(url: string): Promise<string> {
  const headers = { 'content-type': 'application/json', origin: new URL(url).origin }
  const entered = await fetch(`${url}/api/session`, { method: 'POST', headers, body: '{"subject":"li"}' })
  const cookie = entered.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
  const answer = await fetch(`${url}/api/connections`, { headers: { cookie } })
  const { items } = (await answer.json()) as { items: { invokeUrlTemplate: string }[] }
  return new URL(items[0]!.invokeUrlTemplate.replaceAll(/[{}]/g, '')).origin
}
