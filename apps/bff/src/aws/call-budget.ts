import PQueue from 'p-queue'

/** A person's write goes before a person's read, and both before what nobody waits for. */
export const priority = { write: 2, read: 1, background: 0 } as const
export type Priority = keyof typeof priority

export interface Budget {
  /** How many calls may start in any window of `windowMs`. */
  calls: number
  windowMs: number
  concurrency: number
}

/**
 * API Gateway's control plane: 10 calls a second with bursts of 40, for everyone in the account together
 * (control-plane-limits 4.1). Half of it is ours, so that pipelines go on: 25 calls in any 5 seconds.
 */
export const controlPlaneBudget: Budget = { calls: 25, windowMs: 5_000, concurrency: 6 }

/** CloudWatch allows 50 GetMetricData a second (control-plane-limits 4.5). */
export const metricsBudget: Budget = { calls: 50, windowMs: 5_000, concurrency: 4 }

/** The calls to one service in one account and region, in their order of priority and no faster than AWS allows. */
export class CallBudget {
  readonly #queue: PQueue

  constructor(budget: Budget) {
    this.#queue = new PQueue({
      concurrency: budget.concurrency,
      intervalCap: budget.calls,
      interval: budget.windowMs,
      strict: true,
    })
  }

  run<T>(call: () => Promise<T>, as: Priority): Promise<T> {
    return this.#queue.add(call, { priority: priority[as] })
  }

  /** AWS said to come back later: nobody calls before. */
  pauseFor(ms: number): void {
    this.#queue.pause()
    setTimeout(() => this.#queue.start(), ms)
  }

  get waiting(): number {
    return this.#queue.size
  }
}
