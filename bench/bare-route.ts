import express from 'express'
import type { AddressInfo } from 'node:net'

/** The yardstick: one route of Express that answers the bytes it is told, and nothing else. */
process.once('message', ({ path, body }: { path: string; body: string }) => {
  const bytes = Buffer.from(body)
  const app = express()
  app.all(path, (_request, response) => void response.type('application/json').send(bytes))
  const server = app.listen(0, '127.0.0.1', () => {
    process.send?.({ port: (server.address() as AddressInfo).port })
  })
})
