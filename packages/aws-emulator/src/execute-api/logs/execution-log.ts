import { asText } from '../as-text.ts'
import type { Place } from '../../lib/store.ts'
import { executionGroup, groupsFor, streamOf } from '../../logs/stream-name.ts'
import type { LogSink } from './log-sink.ts'

/** An event holds that many bytes (documented); the rest is cut. */
const longestEvent = 1024
const cut = ' [TRUNCATED]'

type Logged = {
  place: Place
  stage: { apiId: string; stageName: string }
  isCanary: boolean
  requestId: string
  at: number
}

/** What the execution log says of one request, by the stage's level; bodies only where the data trace is on. */
export class ExecutionLog {
  readonly lines: string[] = []
  readonly #level: string
  readonly #dataTrace: boolean

  constructor(level: string, dataTrace: boolean) {
    this.#level = level
    this.#dataTrace = dataTrace
  }

  info(text: string): void {
    if (this.#level === 'INFO') this.lines.push(text)
  }

  error(text: string): void {
    this.lines.push(text)
  }

  data(text: string): void {
    if (this.#dataTrace) this.info(text)
  }

  /** The lines around a call to a backend, which a MOCK doesn't have. */
  request(uri: string, body: unknown): void {
    this.data(`Endpoint request URI: ${uri}`)
    this.data(`Endpoint request body after transformations: ${asText(body)}`)
    this.info(`Sending request to ${uri}`)
  }

  response(status: number, latencyMs: number, body: unknown): void {
    this.info(`Received response. Status: ${status}, Integration latency: ${latencyMs} ms`)
    this.data(`Endpoint response body before transformations: ${asText(body)}`)
  }

  write(sink: LogSink, { place, stage, isCanary, requestId, at }: Logged): void {
    for (const group of groupsFor(executionGroup(stage.apiId, stage.stageName), isCanary)) {
      const stream = streamOf(group)
      for (const line of this.lines)
        sink(place.account, place.region, group, stream, at, fitted(`(${requestId}) ${line}`))
    }
  }
}

function fitted(text: string): string {
  if (text.length * 3 <= longestEvent || Buffer.byteLength(text) <= longestEvent) return text
  return (
    Buffer.from(text)
      .subarray(0, longestEvent - cut.length)
      .toString('utf8') + cut
  )
}
