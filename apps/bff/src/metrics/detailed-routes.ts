import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { methodKey } from '../aws/method-key.ts'
import { settingOf } from '../aws/method-settings.ts'

/** Whether any method of the stage has metrics of its own. */
export const hasDetailedMetrics = ({ methodSettings = {} }: StageConfig): boolean =>
  Object.values(methodSettings).some(({ metricsEnabled }) => metricsEnabled)

export const isDetailed = (config: StageConfig, { method, path }: { method: string; path: string }): boolean =>
  settingOf(config, methodKey(path, method)).metricsEnabled
