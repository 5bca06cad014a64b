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
  /** Of `calls`, so many in a window are for people: what nobody waits for leaves them. */
  keptFromBackground?: number
}

/**
 * API Gateway's control plane: 10 calls a second with bursts of 40, for everyone in the account together
 * (control-plane-limits 4.1). Half of the pace is ours, so that pipelines go on: 5 a second, with bursts that let a page of
 * a dozen APIs open at once. With what is kept for writes it's the burst of 40. Some are kept from jobs, which take all they
 * get: a click waited for the rest of the window.
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
  readonly #turnsMs: number[] = []
  readonly #reserveUsedMs: number[] = []

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
    if (as === 'write' && this.#wouldWait() && !this.#queue.isPaused && this.#takeReserve()) return call()
    const counted = () => {
      this.#inWindow(this.#turnsMs).push(this.#nowMs())
      return call()
    }
    if (as !== 'background') return this.#queue.add(counted, { priority: priority[as] })
    const signal = this.#ending
    return this.#background.add(() => this.#queue.add(counted, { priority: priority.background, signal }), { signal })
  }

  /** Whether a call that failed may be tried again. */
  goesOn(as: Priority): boolean {
    return as !== 'background' || !this.#ending.aborted
  }

  #wouldWait(): boolean {
    return this.#queue.size > 0 || this.#inWindow(this.#turnsMs).length >= this.#budget.calls
  }

  #takeReserve(): boolean {
    const used = this.#inWindow(this.#reserveUsedMs)
    if (used.length >= (this.#budget.reservedForWrites ?? 0)) return false
    used.push(this.#nowMs())
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
    return {
      used: this.#inWindow(this.#turnsMs).length + this.#inWindow(this.#reserveUsedMs).length,
      allowed: calls,
      windowSeconds: windowMs / 1_000,
      waiting: this.#queue.size + this.#background.size,
    }
  }

  /** Forgets what started before the window that ends now. */
  #inWindow(startedMs: number[]): number[] {
    const began = this.#nowMs() - this.#budget.windowMs
    while (startedMs.length > 0 && startedMs[0]! <= began) startedMs.shift()
    return startedMs
  }
}
