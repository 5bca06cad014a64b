/** One request to an AWS operation, as the director lists it. */
export type RecordedCall = {
  at: string
  service: string
  operation: string
  account: string
  requestId: string
  /** The SDK sends the same id with every attempt of one call. */
  invocationId: string | undefined
  /** Absent where the connection was dropped without an answer. */
  status: number | undefined
}

export type CallLog = {
  record(call: RecordedCall): void
  counts(): { service: string; operation: string; account: string; count: number }[]
  recent(): RecordedCall[]
  clear(): void
}

const kept = 1000

/** Counts every call; keeps the last thousand. */
export function createCallLog(): CallLog {
  const counts = new Map<string, number>()
  let recent: RecordedCall[] = []
  return {
    record(call) {
      const key = `${call.service}/${call.operation}/${call.account}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
      recent.push(call)
      if (recent.length > 2 * kept) recent = recent.slice(-kept)
    },
    counts: () =>
      [...counts].map(([key, count]) => {
        const [service = '', operation = '', account = ''] = key.split('/')
        return { service, operation, account, count }
      }),
    recent: () => recent.slice(-kept),
    clear() {
      counts.clear()
      recent = []
    },
  }
}
