import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/**
 * Starts a program of this folder and waits until it listens.
 * @param children where it is noted, so that whoever began can end it
 * @param message sent to it first, if it wants to be told something
 */
export async function started(children: ChildProcess[], file: string, args: string[], message?: object) {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  children.push(child)
  if (message) child.send(message)
  const [ready] = (await once(child, 'message')) as [{ port?: number; url?: string }]
  return { child, port: ready.port ?? Number(new URL(ready.url ?? '').port) }
}
