import type { Wish } from './wish.ts'

const doing: Record<string, string> = {
  CREATE_IN_PROGRESS: 'is being made',
  DELETE_IN_PROGRESS: 'is being taken away',
  FLUSH_IN_PROGRESS: 'is being flushed',
}

/** The cluster does one thing at a time: whether AWS would refuse or begin anew isn't documented, so it isn't tried. */
export function changingRefusal(status: string): Wish['blocked'] {
  const what = doing[status]
  if (!what) return undefined
  return {
    rule: 'cache_changing',
    reason: `The cache ${what} (${status}), which takes AWS about 4 minutes. Change it when that is over.`,
    fields: ['cacheClusterStatus'],
  }
}
