import type { Behaviour } from '../world-function.ts'

type Troubles = {
  /** Share of the calls that find nothing: 404. */
  notFound?: number
  /** Share of the calls in which the function throws: the gateway answers 502. */
  failing?: number
}

/** A function that does what it should, with latencies in ms, but for the shares named. */
export const behaves = (medianMs: number, p99Ms: number, { notFound = 0, failing = 0 }: Troubles = {}): Behaviour => ({
  latency: { medianMs, p99Ms },
  outcomes: [
    { kind: 'answer', share: notFound, statusCode: 404, body: '{"message":"not found"}' },
    { kind: 'throw', share: failing },
  ],
  body: '{"ok":true}',
})
