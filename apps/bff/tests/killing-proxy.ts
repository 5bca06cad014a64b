import { createServer, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export type KillPoint = 'before the act' | 'after the act' | 'after the answer'

/** Stands between the BFF and AWS, and calls `kill` at one point of the nth UpdateStage that passes. */
export async function startKillingProxy(target: string) {
  let plan: { point: KillPoint; call: number; kill: () => void } | undefined
  let calls = 0
  const { hostname, port } = new URL(target)
  const server = createServer((incoming, response) => {
    const at = incoming.method === 'PATCH' && ++calls === plan?.call ? plan : undefined
    if (at?.point === 'before the act') {
      at.kill()
      return void response.destroy()
    }
    const outgoing = request(
      { hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers, agent: false },
      (answer: IncomingMessage) => {
        if (at?.point === 'after the act') {
          answer.resume()
          answer.on('end', () => {
            at.kill()
            response.destroy()
          })
          return
        }
        response.writeHead(answer.statusCode!, answer.headers)
        answer.pipe(response)
        if (at) response.on('finish', at.kill)
      },
    )
    outgoing.on('error', () => response.destroy())
    incoming.pipe(outgoing)
  })
  // An idle connection that closes just as it's used again would be a death of another kind.
  server.keepAliveTimeout = 120_000
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    killAt(next: typeof plan) {
      plan = next
      calls = 0
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(done))
    },
  }
}
