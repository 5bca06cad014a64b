export const cacheActs = ['save', 'flush', 'authorizers'] as const
export type CacheAct = (typeof cacheActs)[number]
