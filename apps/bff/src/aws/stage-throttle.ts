import type { Throttle } from '@callboard/shared-types/plans/plan-rules'
import type { MethodSetting, StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { allMethods, methodKey } from './method-key.ts'

/** The limits that a stage sets: of a method by itself, and of all that have none. Null where none is set: the account's hold. */
export function stageThrottle(
  { methodSettings = {} }: Pick<StageConfig, 'methodSettings'>,
  path: string,
  method: string,
): { own: Throttle | null; all: Throttle | null } {
  const at = (key: string) => (Object.hasOwn(methodSettings, key) ? throttleOf(methodSettings[key]!) : null)
  return { own: at(methodKey(path, method)), all: at(allMethods) }
}

const throttleOf = ({ throttlingRateLimit, throttlingBurstLimit }: MethodSetting): Throttle => ({
  rateLimit: throttlingRateLimit,
  burstLimit: throttlingBurstLimit,
})
