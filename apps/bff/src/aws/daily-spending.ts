const dayMs = 24 * 60 * 60_000

/** US$ for one metric asked for by GetMetricData: 0.01 for 1,000 (control-plane-limits 4.5, unsure). */
export const metricUsd = 0.01 / 1_000

/** What some page may cost in a day (UTC, process time). It's counted by this process and begins anew with it. */
export class DailySpending {
  readonly limitUsd: number
  readonly #nowMs: () => number
  #day = 0
  #metrics = 0

  constructor(limitUsd: number, nowMs: () => number) {
    this.limitUsd = limitUsd
    this.#nowMs = nowMs
  }

  #today() {
    const day = Math.floor(this.#nowMs() / dayMs)
    if (day !== this.#day) this.#metrics = 0
    this.#day = day
  }

  spend(metrics: number): void {
    this.#today()
    this.#metrics += metrics
  }

  /** Whether so many metrics more would go beyond the limit. */
  isSpent(metrics: number): boolean {
    this.#today()
    // A millionth of a metric for what a binary fraction leaves over.
    return this.#metrics + metrics > this.limitUsd / metricUsd + 1e-6
  }
}
