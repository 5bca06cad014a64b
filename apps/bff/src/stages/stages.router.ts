import { inside } from '../lib/endpoints.ts'
import { getStage } from './get-stage.ts'

export const stagesRouter = {
  get: inside.stages.get.handler(({ context, input }) => getStage(context, input)),
}
