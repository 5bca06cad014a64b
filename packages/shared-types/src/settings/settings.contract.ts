import { WriteInput, WriteResult } from '../changes/change.schemas.ts'
import { endpoint } from '../lib/endpoint.ts'
import { readErrors, writeErrors } from '../lib/errors.ts'
import { StageAddress } from '../lib/stage-ref.ts'
import { SettingsEdits, SettingsView, TraceFor } from './settings.schemas.ts'

const base = '/c/{connection}/{kind}/{apiId}/stages/{stage}/settings'

export const settingsContract = {
  get: endpoint('GET', base, "The stage's logging, metrics, tracing, throttling and tags, method by method")
    .errors(readErrors)
    .input(StageAddress)
    .output(SettingsView),
  save: endpoint('POST', base, 'Change settings of the stage and of its methods')
    .errors(writeErrors)
    .input(StageAddress.extend(WriteInput.shape).extend({ edits: SettingsEdits, traceFor: TraceFor.optional() }))
    .output(WriteResult),
}
