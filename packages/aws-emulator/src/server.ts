import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { randomUUID } from 'node:crypto'
import { openEmulator, type OpenedEmulator, type OpenOptions } from './open-emulator.ts'
import { createRequestHandler } from './handle-request.ts'
import { StartError } from './lib/database.ts'
import type { Emulator } from './emulator.ts'

export type StartOptions = OpenOptions & {
  /** 0 takes any free port. */
  port?: number
  /** Another address than the loopback's: then the director is off, unless there is a token. */
  host?: string
  directorToken?: string
}

export type RunningEmulator = {
  url: string
  port: number
  emulator: Emulator
  close(): Promise<void>
}

const loopback = '127.0.0.1'
/** More than AWS takes, so that stages themselves can refuse what is too much. */
const largestHead = 64 * 1024

/** Starts the emulator, on the loopback interface if nothing else is asked for. Throws a `StartError` with one sentence where it can't. */
export async function startEmulator(options: StartOptions = {}): Promise<RunningEmulator> {
  const opened = openEmulator(options)
  const { host = loopback, directorToken: token } = options
  const access = { listensToOthers: !/^(127\.|localhost$|::1$)/.test(host), token }
  const handle = createRequestHandler(opened.emulator, access)
  const server = createServer(
    { maxHeaderSize: largestHead },
    (incoming, response) => void handle(incoming, response, randomUUID()),
  )
  refuseGarbage(server)
  // Longer than clients keep an idle connection: one that is closed under a request looks like a lost answer.
  server.keepAliveTimeout = 75_000
  try {
    await listen(server, options.port ?? 0, host)
  } catch (error) {
    opened.close()
    throw error
  }
  const { port } = server.address() as AddressInfo
  let closing: Promise<void> | undefined
  return {
    url: `http://${urlHost(host)}:${port}`,
    port,
    emulator: opened.emulator,
    close: () => (closing ??= closeAll(server, opened)),
  }
}

/** Where it listens to everyone, this machine reaches it on the loopback. */
const urlHost = (host: string) =>
  host === '0.0.0.0' || host === '::' ? loopback : host.includes(':') ? `[${host}]` : host

async function closeAll(server: Server, opened: OpenedEmulator): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  opened.close()
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'is in use by another program' : `can't be used: ${error.message}`
      reject(new StartError(`The port ${port} ${reason}.`))
    })
    server.listen(port, host, () => resolve())
  })
}

/** What isn't HTTP gets an answer in AWS's shape all the same. */
function refuseGarbage(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable) return void socket.destroy()
    const [status, type, message] =
      error.code === 'HPE_HEADER_OVERFLOW'
        ? ['413 Payload Too Large', 'RequestTooLargeException', 'Request Too Long']
        : ['400 Bad Request', 'BadRequestException', 'Malformed HTTP request']
    const body = JSON.stringify({ message })
    socket.end(
      `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\nx-amzn-errortype: ${type}\r\n` +
        `x-amzn-requestid: ${randomUUID()}\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
    )
  })
}
