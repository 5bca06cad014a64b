import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A line to a server on loopback that can be cut and mended. */
export async function cutLine(port: number) {
  let whole = true
  const open = new Set<Socket>()
  const server = createServer((near) => {
    if (!whole) return near.destroy()
    const far = connect(port, '127.0.0.1')
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
      socket.pipe(other)
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const cut = () => {
    whole = false
    for (const socket of open) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    mend: () => (whole = true),
    close: () => {
      cut()
      return new Promise((done) => server.close(done))
    },
  }
}
