/** One line of a log, with world ms: where an account keeps it, and what it says. */
export type LogSink = (
  account: string,
  region: string,
  group: string,
  stream: string,
  timestamp: number,
  message: string,
) => void

export type LogLine = {
  account: string
  region: string
  group: string
  stream: string
  timestamp: number
  message: string
}

/** The latest lines of stages, in memory; the oldest go first. */
export class LogLines {
  #lines: LogLine[] = []
  readonly #most: number

  constructor(most = 20_000) {
    this.#most = most
  }

  readonly write: LogSink = (account, region, group, stream, timestamp, message) => {
    this.#lines.push({ account, region, group, stream, timestamp, message })
    // Cut in halves: dropping the first of a long list costs as much as the list is long.
    if (this.#lines.length >= this.#most * 2) this.#lines = this.#lines.slice(-this.#most)
  }

  of(account: string, group?: string): LogLine[] {
    return this.#lines.filter((line) => line.account === account && line.group === (group ?? line.group))
  }
}
