import { WriteInput, WriteResult } from '../changes/change.schemas.ts'
import { endpoint } from '../lib/endpoint.ts'
import { readErrors, writeErrors } from '../lib/errors.ts'
import { StageAddress } from '../lib/stage-ref.ts'
import { StageVariables, VariableEdits } from './variables.schemas.ts'

const base = '/c/{connection}/{kind}/{apiId}/stages/{stage}/variables'

export const variablesContract = {
  get: endpoint('GET', base, "The stage's variables, where each is used, and what the API's other stages have")
    .errors(readErrors)
    .input(StageAddress)
    .output(StageVariables),
  save: endpoint('POST', base, 'Set and remove variables of the stage, and the overrides of its canary')
    .errors(writeErrors)
    .input(StageAddress.extend(VariableEdits.shape).extend(WriteInput.shape))
    .output(WriteResult),
}
