export const stageActs = ['copy', 'delete'] as const
export type StageAct = (typeof stageActs)[number]
