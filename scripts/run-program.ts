import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')

/** Every story starts a Callboard of its own: what the first one compiled, the others load. */
export const compileCache = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node-compile') }

/** A program that one of our dependencies brings along. */
export const bin = (name: string): string => join(root, 'node_modules/.bin', name)

const running = new Set<ChildProcess>()

export interface Ran {
  /** null when it was ended by a signal or never started */
  code: number | null
  stdout: string
  /** what it wrote to either stream, in the order it came */
  output: string
}

/** Runs to the end and keeps what is written; never throws, a program that can't be started has code null. */
export function runProgram(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = follow(spawn(command, args, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'pipe'] }))
    const ran: Ran = { code: null, stdout: '', output: '' }
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      ran.stdout += text
      ran.output += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      ran.output += text
    })
    child.on('error', (error) => resolve({ ...ran, output: ran.output + error.message }))
    child.on('close', (code) => resolve({ ...ran, code }))
  })
}

/** Runs to the end and lets it write to our own streams. */
export function showProgram(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number | null> {
  return new Promise((resolve) => {
    const child = follow(spawn(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }))
    child.on('error', (error) => {
      console.error(error.message)
      resolve(null)
    })
    child.on('close', resolve)
  })
}

/** Ends whatever is still running, by its own process id. */
export function endPrograms(): void {
  for (const child of running) child.kill('SIGTERM')
}

function follow(child: ChildProcess): ChildProcess {
  running.add(child)
  child.on('close', () => running.delete(child))
  return child
}
