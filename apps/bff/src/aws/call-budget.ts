import PQueue from 'p-queue'

/** A person's write goes before a person's read, and both before what nobody waits for. */
export const priority = { write: 2, read: 1, background: 0 } as const
export type Priority = keyof typeof priority

export interface Budget {
  /** How many calls may start in any window of `windowMs`. */
  calls: number
  windowMs: number
  concurrency: number
  /** So many more in a window for a person's write, which doesn't wait for pages that others opened. */
  reservedForWrites?: number
  /** Of `calls`, so many in a window are taken by nothing that nobody waits for. */
  keptFromBackground?: number
}

/**
 * API Gateway's control plane: 10 calls a second with bursts of 40, for everyone in the account together
 * (control-plane-limits 4.1). Half of the pace is ours, so that pipelines go on: 5 a second, with bursts that let a page of
 * a dozen APIs open at once. With what is kept for writes it's the burst of 40. Some are kept
 * from jobs, which take all they get: a click waited for the rest of the window.
 */
export const controlPlaneBudget: Budget = {
  calls: 32,
  windowMs: 6_400,
  concurrency: 6,
  reservedForWrites: 8,
  keptFromBackground: 8,
}

/** CloudWatch allows 50 GetMetricData a second (control-plane-limits 4.5). */
export const metricsBudget: Budget = { calls: 50, windowMs: 5_000, concurrency: 4 }

/** CloudTrail allows 2 LookupEvents a second, for everyone in the account together (its API reference): one is ours. */
export const trailBudget: Budget = { calls: 5, windowMs: 5_000, concurrency: 1 }

/** CloudWatch Logs starts 5 to 10 Insights queries a second (control-plane-limits 4.5, unsure); filtering has more. */
export const logsBudget: Budget = { calls: 10, windowMs: 1_000, concurrency: 4 }

/** The calls to one service in one account and region, in their order of priority and no faster than AWS allows. */
export class CallBudget {
  readonly #queue: PQueue
  /** What nobody waits for waits here for its part of the window, and then in the queue for its turn. */
  readonly #background: PQueue
  readonly #budget: Budget
  readonly #nowMs: () => number
  readonly #ending: AbortSignal
  #startedMs: number[] = []
  #reserveUsedMs: number[] = []

  /** @param ending from when on nothing is asked that nobody waits for: a big account's turns last for minutes */
  constructor(budget: Budget, nowMs: () => number, ending: AbortSignal) {
    this.#budget = budget
    this.#nowMs = nowMs
    this.#ending = ending
    const { calls, windowMs: interval, concurrency, keptFromBackground = 0 } = budget
    this.#queue = new PQueue({ concurrency, interval, intervalCap: calls, strict: true })
    this.#background = new PQueue({ concurrency, interval, intervalCap: calls - keptFromBackground, strict: true })
  }

  run<T>(call: () => Promise<T>, as: Priority): Promise<T> {
    const counted = () => {
      this.#startedMs.push(this.#nowMs())
      return call()
    }
    if (as === 'write' && this.#queue.size > 0 && !this.#queue.isPaused && this.#takeReserve()) return counted()
    if (as !== 'background') return this.#queue.add(counted, { priority: priority[as] })
    const signal = this.#ending
    return this.#background.add(() => this.#queue.add(counted, { priority: priority.background, signal }), { signal })
  }

  /** Whether a call that failed may be tried again. */
  goesOn(as: Priority): boolean {
    return as !== 'background' || !this.#ending.aborted
  }

  #takeReserve(): boolean {
    const { windowMs, reservedForWrites = 0 } = this.#budget
    this.#reserveUsedMs = this.#reserveUsedMs.filter((at) => at > this.#nowMs() - windowMs)
    if (this.#reserveUsedMs.length >= reservedForWrites) return false
    this.#reserveUsedMs.push(this.#nowMs())
    return true
  }

  /** AWS said to come back later: nobody calls before. */
  pauseFor(ms: number): void {
    this.#queue.pause()
    setTimeout(() => this.#queue.start(), ms)
  }

  /** What of the budget is used now. */
  use(): { used: number; allowed: number; windowSeconds: number; waiting: number } {
    const { calls, windowMs } = this.#budget
    this.#startedMs = this.#startedMs.filter((at) => at > this.#nowMs() - windowMs)
    return {
      used: this.#startedMs.length,
      allowed: calls,
      windowSeconds: windowMs / 1_000,
      waiting: this.#queue.size + this.#background.size,
    }
  }
}
