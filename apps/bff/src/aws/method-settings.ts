import type { MethodSetting, StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { allMethods } from './method-key.ts'
import { methodSettingDefaults } from './stage-config.ts'

type Settings = Record<string, MethodSetting>

/** What is in force for a method: its own settings, else the stage's default, else AWS's. */
export const settingOf = ({ methodSettings = {} }: Pick<StageConfig, 'methodSettings'>, key: string): MethodSetting =>
  (Object.hasOwn(methodSettings, key) ? methodSettings[key] : methodSettings[allMethods]) ?? methodSettingDefaults

/** The settings with edits laid over them, by AWS's key. A new override begins as a copy of what the default becomes. */
export function withMethodEdits(present: Settings, edits: Record<string, object>): Settings {
  const settings = { ...present }
  const keys = Object.keys(edits).toSorted((a, b) => Number(b === allMethods) - Number(a === allMethods))
  for (const key of keys) {
    const choice = Object.fromEntries(Object.entries(edits[key]!).filter(([, value]) => value !== undefined))
    settings[key] = { ...settingOf({ methodSettings: settings }, key), ...choice }
  }
  return settings
}
