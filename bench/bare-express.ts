import express from 'express'
import type { AddressInfo } from 'node:net'

/** The yardstick: one route of Express that answers a little JSON, and nothing else. */
const app = express()
app.get('/pets', (_request, response) => void response.json({ pets: [] }))
const server = app.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port })
})
