import { inside } from '../lib/endpoints.ts'
import { getVariables } from './get-variables.ts'
import { saveVariables } from './save-variables.ts'

export const variablesRouter = {
  get: inside.variables.get.handler(({ context, input }) => getVariables(context, input)),
  save: inside.variables.save.handler(({ context, input }) => saveVariables(context, input)),
}
