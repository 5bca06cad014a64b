import { connect } from 'node:net'

export type Load = { port: number; connections: number; forMs: number; request: (index: number) => string }
export type LoadResult = { perSecond: number; statuses: Record<string, number> }

/**
 * Sends requests over connections that stay open, each as soon as the one before is answered. Sockets and a look at the
 * length are all it takes, so that the server is what is measured.
 */
export async function sendLoad({ port, connections, forMs, request }: Load): Promise<LoadResult> {
  const statuses: Record<string, number> = {}
  const begun = performance.now()
  let sent = 0
  let answered = 0
  const run = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(request(sent++)))
      let pending = ''
      socket.setNoDelay(true)
      socket.on('error', reject)
      socket.on('data', (chunk) => {
        pending += chunk.toString('latin1')
        const length = answerLength(pending)
        if (length === undefined || pending.length < length) return
        const status = pending.slice(9, 12)
        statuses[status] = (statuses[status] ?? 0) + 1
        answered++
        pending = pending.slice(length)
        if (performance.now() - begun < forMs) return void socket.write(request(sent++))
        socket.end()
        resolve()
      })
    })
  await Promise.all(Array.from({ length: connections }, run))
  return { perSecond: (answered / (performance.now() - begun)) * 1000, statuses }
}

function answerLength(text: string): number | undefined {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end + 2)) ?? []
  return end + 4 + Number(length ?? 0)
}
