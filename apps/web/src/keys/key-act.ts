export const keyActs = ['edit', 'rotate', 'switch', 'reveal', 'expire', 'retire', 'remove'] as const
export type KeyAct = (typeof keyActs)[number]
