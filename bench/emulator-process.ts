import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type EmulatorProcess = {
  url: string
  /** From the start of the process to its first word, in ms. */
  startMs: number
  /** What it holds in memory now, in MB. */
  memoryMb(): number
  /** The most it ever held. */
  peakMb(): number
  close(): Promise<void>
}

/** The emulator as a process of its own, with the flags that `pnpm emulator` has. */
export async function startEmulatorProcess(...args: string[]): Promise<EmulatorProcess> {
  const began = performance.now()
  const child = fork(
    fileURLToPath(import.meta.resolve('@callboard/aws-emulator/cli')),
    ['--port', '0', '--exit-with-parent', ...args],
    { stdio: ['pipe', 'ignore', 'inherit', 'ipc'], execArgv: ['--max-semi-space-size=4'] },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { url: string }).url))
    child.once('exit', () => reject(new Error('The emulator ended before it was ready')))
  })
  const startMs = performance.now() - began
  const memory = (line: string) => {
    const [, kilobytes] =
      new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
    return Math.round(Number(kilobytes) / 1024)
  }
  return {
    url,
    startMs,
    memoryMb: () => memory('VmRSS'),
    peakMb: () => memory('VmHWM'),
    close() {
      child.kill('SIGTERM')
      return ended
    },
  }
}
