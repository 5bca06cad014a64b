import { z } from 'zod'
import { WriteInput, WriteResult } from '../changes/change.schemas.ts'
import { endpoint } from '../lib/endpoint.ts'
import { readErrors, writeErrors } from '../lib/errors.ts'
import { StageAddress } from '../lib/stage-ref.ts'
import { AlarmEdits, AlarmHistory, AlarmRule, Alarms, AlarmSuggestions, Rehearsal } from './alarms.schemas.ts'

const base = '/c/{connection}/{kind}/{apiId}/stages/{stage}/alarms'

/** A query string has only text: the rule as JSON. */
const RuleText = z
  .string()
  .max(4_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue('is not JSON')
      return z.NEVER
    }
  })
  .pipe(AlarmRule)

export const alarmsContract = {
  list: endpoint('GET', base, 'The CloudWatch alarms on a stage').errors(readErrors).input(StageAddress).output(Alarms),
  history: endpoint('GET', `${base}/history`, 'What states the alarms of a stage had')
    .errors(readErrors)
    .input(StageAddress)
    .output(AlarmHistory),
  suggest: endpoint('GET', `${base}/suggestions`, 'Alarms with thresholds from the last two weeks')
    .errors(readErrors)
    .input(StageAddress)
    .output(AlarmSuggestions),
  rehearse: endpoint('GET', `${base}/rehearsal`, 'What a rule would have done over the last two weeks')
    .errors(readErrors)
    .input(StageAddress.extend({ rule: RuleText }))
    .output(Rehearsal),
  save: endpoint('POST', base, 'Make, change and delete alarms')
    .errors(writeErrors)
    .input(StageAddress.extend(WriteInput.shape).extend({ edits: AlarmEdits }))
    .output(WriteResult),
}
