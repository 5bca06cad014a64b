import { z } from 'zod'

const times = z.int().min(1).max(100_000).default(1)

/** Bad weather for an operation, a number of times. */
const callFault = z.strictObject({
  /** Such as `UpdateStage`; `*` is every operation. */
  operation: z.string().min(1),
  kind: z.enum(['throttle', 'error', 'unavailable', 'delay', 'hang', 'drop-before', 'drop-after', 'stale']),
  times,
  /** For `delay` and `hang`: real milliseconds. A hang answers nothing until the caller gives up, or cuts the line after them. */
  ms: z.int().min(0).max(60_000).default(1000),
  /** Only this account's calls; without it everyone's. */
  account: z.string().optional(),
})

/** Some series of a GetMetricData go wrong, while the call as a whole succeeds. */
const seriesFault = z.strictObject({
  operation: z.literal('GetMetricData'),
  kind: z.enum(['internal-error', 'partial-data']),
  /** Which metrics; what isn't named may be anything, and `*` stands for any characters. */
  metrics: z.strictObject({
    namespace: z.string().default('*'),
    name: z.string().default('*'),
    dimensions: z.record(z.string(), z.string()).default({}),
  }),
  times,
  account: z.string().optional(),
})

export const fault = z.discriminatedUnion('kind', [callFault, seriesFault])

export type CallFault = z.infer<typeof callFault>
export type SeriesFault = z.infer<typeof seriesFault>
type Fault = CallFault | SeriesFault

export type Faults = {
  add(fault: Fault): void
  /** The faults that hit this call, each used up by one. */
  take(operation: string, account: string): CallFault[]
  /** The faults that hit some of the series of a call, each used up by one. */
  takeForSeries(account: string, hits: (fault: SeriesFault) => boolean): SeriesFault[]
  list(): Fault[]
  clear(account?: string): void
}

/** Of each kind the oldest that fits hits a call. */
export function createFaults(): Faults {
  let pending: Fault[] = []
  const isFor = (fault: Fault, account: string) => (fault.account ?? account) === account
  function useUp<Hit extends Fault>(hit: Hit[]): Hit[] {
    for (const fault of hit) fault.times--
    pending = pending.filter(({ times }) => times > 0)
    return hit
  }
  return {
    add: (fault) => void pending.push({ ...fault }),
    take(operation, account) {
      const hit = new Map<string, CallFault>()
      for (const fault of pending.filter(isCallFault)) {
        const meant = (fault.operation === operation || fault.operation === '*') && isFor(fault, account)
        if (meant && !hit.has(fault.kind)) hit.set(fault.kind, fault)
      }
      return useUp([...hit.values()])
    },
    takeForSeries(account, hits) {
      const mine = pending.filter((fault) => isFor(fault, account))
      return useUp(mine.filter((fault) => !isCallFault(fault)).filter(hits))
    },
    list: () => pending.map((fault) => ({ ...fault })),
    clear: (account) => void (pending = account ? pending.filter((fault) => fault.account !== account) : []),
  }
}

const isCallFault = (fault: Fault): fault is CallFault => !('metrics' in fault)
