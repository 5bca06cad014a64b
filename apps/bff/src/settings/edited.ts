import type { SettingsEdits } from '@callboard/shared-types/settings/settings.schemas'
import type { MethodSetting, StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { allMethods } from '../aws/method-key.ts'
import { methodSettingDefaults } from '../aws/stage-config.ts'

/** The stage with the edits laid over it. A new override begins as a copy of what is in force for its method. */
export function edited(config: StageConfig, edits: SettingsEdits): StageConfig {
  const { accessLogSettings, ...rest } = config
  const accessLog = edits.accessLog === undefined ? accessLogSettings : (edits.accessLog ?? undefined)
  return {
    ...rest,
    ...(edits.description !== undefined && { description: edits.description }),
    ...(edits.tracingEnabled !== undefined && { tracingEnabled: edits.tracingEnabled }),
    ...(accessLog && { accessLogSettings: accessLog }),
    methodSettings: editedMethods(config.methodSettings ?? {}, edits),
  }
}

function editedMethods(settings: Record<string, MethodSetting>, { methods, removeOverrides }: SettingsEdits) {
  const kept = Object.fromEntries(Object.entries(settings).filter(([key]) => !removeOverrides.includes(key)))
  // The default first: an override that is made in the same act begins as a copy of what it becomes.
  const keys = Object.keys(methods).toSorted((a, b) => Number(b === allMethods) - Number(a === allMethods))
  for (const key of keys) {
    const choice = Object.fromEntries(Object.entries(methods[key]!).filter(([, value]) => value !== undefined))
    kept[key] = { ...(kept[key] ?? kept[allMethods] ?? methodSettingDefaults), ...choice }
  }
  return kept
}

export function editedTags(
  tags: Record<string, string>,
  { setTags, removeTags }: SettingsEdits,
): Record<string, string> {
  return { ...Object.fromEntries(Object.entries(tags).filter(([key]) => !removeTags.includes(key))), ...setTags }
}
