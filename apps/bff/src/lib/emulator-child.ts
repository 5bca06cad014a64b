import { fork, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { FollowedWorldClock } from './clock.ts'

const Ready = z.object({ type: z.literal('ready'), url: z.url() })
const WorldClock = z.object({ now: z.iso.datetime(), speed: z.number() })

/** How often the world's clock is asked for. */
const clockEveryMs = 1_000

export interface EmulatorChild {
  url: string
  pid: number
  clock: FollowedWorldClock
  /** Told when the world's clock jumped or changed its speed. */
  onClock(listener: () => void): void
  /** Told once, if it ends before `stop`. */
  onExit(listener: (code: number | null) => void): void
  stop(): Promise<void>
}

interface Options {
  dataDir: string
  seed: number
  /** As slow as AWS with what it shows and heeds, rather than at once. */
  delays: boolean
  /** Without it AWS's usual stand-in port, or any if that is taken. */
  port: number | undefined
}

const usualPort = 4566

/** Most of what it makes is soon garbage: with a small nursery it holds a third less memory, and isn't slower (measured). */
const smallNursery = '--max-semi-space-size=4'

/**
 * Starts the AWS emulator with the demo world as a process of its own. It ends when this one does, however that ends.
 * @throws with its own sentence where it can't start
 */
export async function startEmulatorChild({ dataDir, seed, port, delays }: Options): Promise<EmulatorChild> {
  const program = fileURLToPath(import.meta.resolve('@callboard/aws-emulator/cli'))
  const args = [
    '--world',
    'demo',
    '--data',
    dataDir,
    '--seed',
    String(seed),
    '--port',
    String(port ?? (await freePort(usualPort))),
    '--exit-with-parent',
    ...(delays ? ['--delays'] : []),
  ]
  const execArgv = [...process.execArgv, smallNursery]
  const child = fork(program, args, { stdio: ['pipe', 'ignore', 'pipe', 'ipc'], detached: true, execArgv })
  const url = await readyUrl(child)
  const clock = new FollowedWorldClock(await readClock(url))
  let tellClock = () => {}
  const following = setInterval(() => {
    readClock(url)
      .then((now) => clock.set(now) && tellClock())
      .catch(() => {})
  }, clockEveryMs)
  let stopped = false
  return {
    url,
    pid: child.pid!,
    clock,
    onClock: (listener) => (tellClock = listener),
    onExit: (listener) => child.once('exit', (code) => stopped || listener(code)),
    stop: async () => {
      stopped = true
      clearInterval(following)
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let sentence = ''
    child.stderr?.on('data', (chunk: Buffer) => (sentence = (sentence + chunk.toString()).slice(-2_000)))
    child.on('message', (message) => {
      const ready = Ready.safeParse(message)
      if (ready.success) resolve(ready.data.url)
    })
    child.once('exit', () => reject(new Error(sentence.trim() || 'The emulator ended before it was ready')))
    child.once('error', reject)
  })
}

async function readClock(url: string): Promise<{ worldMs: number; speed: number }> {
  const answer = await fetch(`${url}/_emulator/clock`, { signal: AbortSignal.timeout(5_000) })
  const { now, speed } = WorldClock.parse(await answer.json())
  return { worldMs: Date.parse(now), speed }
}

/** The port if it's free on loopback, else 0: any. */
const freePort = (port: number): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(0))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(port)))
  })
