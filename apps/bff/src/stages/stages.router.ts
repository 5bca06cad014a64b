import { inside } from '../lib/endpoints.ts'
import { copySettings } from './copy-settings.ts'
import { createStage } from './create-stage.ts'
import { deleteStage } from './delete-stage.ts'
import { getStage } from './get-stage.ts'

export const stagesRouter = {
  get: inside.stages.get.handler(({ context, input }) => getStage(context, input)),
  create: inside.stages.create.handler(({ context, input }) => createStage(context, input)),
  delete: inside.stages.delete.handler(({ context, input }) => deleteStage(context, input)),
  copySettings: inside.stages.copySettings.handler(({ context, input }) => copySettings(context, input)),
}
