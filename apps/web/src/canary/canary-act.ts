export const canaryActs = ['start', 'share', 'abort', 'promote', 'remove'] as const
export type CanaryAct = (typeof canaryActs)[number]
