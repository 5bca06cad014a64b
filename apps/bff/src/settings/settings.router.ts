import { inside } from '../lib/endpoints.ts'
import { getSettings } from './get-settings.ts'
import { saveSettings } from './save-settings.ts'

export const settingsRouter = {
  get: inside.settings.get.handler(({ context, input }) => getSettings(context, input)),
  save: inside.settings.save.handler(({ context, input }) => saveSettings(context, input)),
}
