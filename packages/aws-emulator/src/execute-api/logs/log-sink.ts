/** One line of a log, with world ms: where an account keeps it, and what it says. */
export type LogSink = (
  account: string,
  region: string,
  group: string,
  stream: string,
  timestamp: number,
  message: string,
) => void
