import { processMs } from '../lib/clock.ts'
import type { Store } from '../lib/store.ts'
import { lastDay } from './last-day.ts'
import type { Traffic } from './traffic.ts'

/**
 * Real ms. A request waits for one slice at most; between them others have four fifths of the time. A stage's first hour takes
 * longer, as its pool is drawn: tens of ms each, and the very first up to 100.
 */
const sliceMs = 4
const pauseMs = 16
/** How often it is seen whether there is a new hour. */
const restMs = 10_000

/** Keeps the last day of the busiest stages worked out, in small slices, so that the first look at it finds it there. Returns what ends it. */
export function workAhead({ store, traffic }: { store: Store; traffic: Traffic }): () => void {
  let steps = lastDay(store, traffic)
  let timer = setTimeout(slice, pauseMs)
  function slice(): void {
    const until = processMs() + sliceMs
    let isDone = false
    while (!isDone && processMs() < until) isDone = steps.next().done === true
    if (isDone) steps = lastDay(store, traffic)
    timer = setTimeout(slice, isDone ? restMs : pauseMs)
  }
  return () => clearTimeout(timer)
}
