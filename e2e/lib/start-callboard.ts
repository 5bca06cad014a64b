import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { compileCache, root } from '../../scripts/run-program.ts'
import { Emulator } from './emulator.ts'

const imports = ['./scripts/require-node.js', './e2e/lib/story-clock.ts'].flatMap((file) => ['--import', file])
const readyMs = 60_000
/** What a story writes is kept in memory where that can be: its stores wait for the disk at each write. */
const folder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** All of Callboard, started as `pnpm start` does it, in a folder and on ports of its own. */
export class Callboard {
  readonly #dataDir: string
  /** By this machine's clock. */
  readonly beganAt = Date.now()
  #child: ChildProcess | undefined
  url = ''
  emulator!: Emulator

  readonly #env: Record<string, string>

  private constructor(dataDir: string, env: Record<string, string>) {
    this.#dataDir = dataDir
    this.#env = env
  }

  /** The demo: people to choose from, and a world. */
  static async start(): Promise<Callboard> {
    const callboard = await Callboard.startWith({})
    callboard.emulator = new Emulator(await emulatorUrl(callboard.url))
    return callboard
  }

  /** As a user configures it; without a world to direct. */
  static async startWith(env: Record<string, string>): Promise<Callboard> {
    const callboard = new Callboard(await mkdtemp(join(folder, 'callboard-story-')), env)
    await callboard.up()
    return callboard
  }

  /** Starts it; the second time where it was, with what it knew. */
  async up(): Promise<void> {
    const port = this.url ? new URL(this.url).port : '0'
    this.#child = spawn(process.execPath, [...imports, 'scripts/start.ts'], {
      cwd: root,
      env: {
        ...compileCache,
        ...process.env,
        PORT: port,
        EMULATOR_PORT: '0',
        DATA_DIR: this.#dataDir,
        LOG_LEVEL: 'warn',
        DEMO_DELAYS: 'none',
        STORY_BEGAN_AT: String(this.beganAt),
        ...this.#env,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.url = await printedUrl(this.#child)
  }

  /**
   * So much time goes by at once: for Callboard, for the world and, where its clock was installed, for a page. What is
   * looked at again after a while is looked at again.
   */
  async pass(seconds: number, page?: Page): Promise<void> {
    const passMs = seconds * 1000
    await this.emulator.advance(seconds / 60)
    const heard = once(this.#child!, 'message')
    this.#child!.send({ passMs })
    await heard
    await page?.clock.fastForward(passMs)
  }

  async down(): Promise<void> {
    const ended = new Promise((resolve) => this.#child?.once('exit', resolve))
    this.#child?.kill('SIGTERM')
    await ended
  }

  async end(): Promise<void> {
    await this.down()
    await rm(this.#dataDir, { recursive: true, force: true })
  }
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
