import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Oddity {
  /** A call it's about, by method and path. */
  matches: (method: string, path: string, target: string) => boolean
  /** Answers by itself. */
  answer?: { status: number; body: string; contentType: string }
  /** Or changes what the emulator answers. */
  change?: (body: Record<string, unknown>) => Record<string, unknown>
}

/** A server that is like AWS only in part: the emulator, with some of its answers changed. */
export async function startOddServer(target: string) {
  let oddities: Oddity[] = []
  const server = createServer((incoming, response) => {
    const path = new URL(incoming.url!, target).pathname
    const odd = oddities.find(({ matches }) =>
      matches(incoming.method!, path, String(incoming.headers['x-amz-target'] ?? '')),
    )
    if (odd?.answer) {
      incoming.resume()
      response.writeHead(odd.answer.status, { 'content-type': odd.answer.contentType }).end(odd.answer.body)
    } else pass(target, incoming, response, odd?.change)
  })
  server.keepAliveTimeout = 120_000
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    be: (...next: Oddity[]) => (oddities = next),
    close: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(done))
    },
  }
}

function pass(target: string, incoming: IncomingMessage, response: ServerResponse, change: Oddity['change']): void {
  const { hostname, port } = new URL(target)
  const { method, headers, url: path } = incoming
  const outgoing = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
    const chunks: Buffer[] = []
    answer.on('data', (chunk: Buffer) => chunks.push(chunk))
    answer.on('end', () => {
      let body = Buffer.concat(chunks)
      if (change && answer.statusCode! < 300)
        body = Buffer.from(JSON.stringify(change(JSON.parse(body.toString()) as Record<string, unknown>)))
      const { 'content-length': _length, ...rest } = answer.headers
      response.writeHead(answer.statusCode!, rest).end(body)
    })
  })
  outgoing.on('error', () => response.destroy())
  incoming.pipe(outgoing)
}
