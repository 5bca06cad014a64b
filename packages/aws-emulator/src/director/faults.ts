import { z } from 'zod'

/** Bad weather for an operation, a number of times. */
export const fault = z.strictObject({
  /** Such as `UpdateStage`; `*` is every operation. */
  operation: z.string().min(1),
  kind: z.enum(['throttle', 'error', 'unavailable', 'delay', 'hang', 'drop-before', 'drop-after', 'stale']),
  times: z.int().min(1).max(100_000).default(1),
  /** For `delay` and `hang`: real milliseconds. A hang answers nothing until the caller gives up, or cuts the line after them. */
  ms: z.int().min(0).max(60_000).default(1000),
  /** Only this account's calls; without it everyone's. */
  account: z.string().optional(),
})

export type Fault = z.infer<typeof fault>

export type Faults = {
  add(fault: Fault): void
  /** The faults that hit this call, each used up by one. */
  take(operation: string, account: string): Fault[]
  list(): Fault[]
  clear(account?: string): void
}

/** Of each kind the oldest that fits hits a call. */
export function createFaults(): Faults {
  let pending: Fault[] = []
  return {
    add: (fault) => void pending.push({ ...fault }),
    take(operation, account) {
      const hit = new Map<string, Fault>()
      for (const fault of pending) {
        const meant =
          (fault.operation === operation || fault.operation === '*') && (fault.account ?? account) === account
        if (meant && !hit.has(fault.kind)) hit.set(fault.kind, fault)
      }
      for (const fault of hit.values()) fault.times--
      pending = pending.filter(({ times }) => times > 0)
      return [...hit.values()]
    },
    list: () => pending.map((fault) => ({ ...fault })),
    clear: (account) => void (pending = account ? pending.filter((fault) => fault.account !== account) : []),
  }
}
