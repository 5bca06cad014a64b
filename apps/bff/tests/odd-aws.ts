import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface OddAnswer {
  status: number
  /** As `x-amzn-ErrorType`. */
  errorType?: string
  body: string
  contentType?: string
  headers?: Record<string, string>
}

/** An endpoint that answers everything alike, for what the emulator never says. */
export async function startOddAws() {
  let answer: OddAnswer = { status: 200, body: '{}' }
  let asked = 0
  const server = createServer((request, response) => {
    asked++
    request.resume()
    const errorType = answer.errorType ? { 'x-amzn-errortype': answer.errorType } : {}
    response.writeHead(answer.status, {
      'content-type': answer.contentType ?? 'application/json',
      'x-amzn-requestid': 'odd-1',
      ...errorType,
      ...answer.headers,
    })
    response.end(answer.body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    say(next: OddAnswer) {
      answer = next
      asked = 0
    },
    asked: () => asked,
    close: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(done))
    },
  }
}
