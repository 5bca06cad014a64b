import type { SettingsEdits } from '@callboard/shared-types/settings/settings.schemas'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { withMethodEdits } from '../aws/method-settings.ts'

/** The stage with the edits laid over it. */
export function edited(config: StageConfig, edits: SettingsEdits): StageConfig {
  const { accessLogSettings, clientCertificateId: certificate, ...rest } = config
  const clientCertificateId = edits.clientCertificateId === undefined ? certificate : edits.clientCertificateId
  const accessLog = edits.accessLog === undefined ? accessLogSettings : (edits.accessLog ?? undefined)
  return {
    ...rest,
    ...(edits.description !== undefined && { description: edits.description }),
    ...(edits.tracingEnabled !== undefined && { tracingEnabled: edits.tracingEnabled }),
    ...(clientCertificateId && { clientCertificateId }),
    ...(accessLog && { accessLogSettings: accessLog }),
    methodSettings: withMethodEdits(without(config.methodSettings ?? {}, edits.removeOverrides), edits.methods),
  }
}

export const editedTags = (tags: Record<string, string>, { setTags, removeTags }: SettingsEdits) => ({
  ...without(tags, removeTags),
  ...setTags,
})

const without = <T>(map: Record<string, T>, keys: string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)))
