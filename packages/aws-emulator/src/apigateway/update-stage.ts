import type { Stage, UpdateStageRequest } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import { applyPatch } from '../lib/patch/apply-patch.ts'
import { checkOps } from '../lib/patch/operations.ts'
import { accountOf } from './accounts.ts'
import type { Call } from './call.ts'
import type { StageRecord } from './records.ts'
import { findRestApi } from './rest-apis.ts'
import { refuseStagePatch } from './stage-patch-refusals.ts'
import { stagePatchRules } from './stage-patch-rules.ts'
import { changeCache, findStage, putStage, stageOutput } from './stages.ts'

export function updateStage(call: Call, input: UpdateStageRequest): Stage {
  const operations = checkOps('updateStageInput', input.patchOperations)
  const api = findRestApi(call, input.restApiId)
  const before = findStage(call, api.id, input.stageName)
  const patched = applyPatch(stagePatchRules(call), before, operations, refuseStagePatch)
  checkLogRole(call, before, patched)
  return stageOutput(putStage(call, changeCache(call, before, patched)), call.now)
}

/** Turning on logs needs the account's role (sentence from Zappa#1946); logs that were on already don't hold up others. */
function checkLogRole(call: Call, before: StageRecord, after: StageRecord): void {
  if (accountOf(call).cloudwatchRoleArn || !logsMore(before, after)) return
  throw badRequest('CloudWatch Logs role ARN must be set in account settings to enable logging')
}

function logsMore(before: StageRecord, after: StageRecord): boolean {
  const accessLogs = JSON.stringify(after.accessLogSettings) !== JSON.stringify(before.accessLogSettings)
  if (after.accessLogSettings && accessLogs) return true
  return Object.entries(after.methodSettings).some(([key, { loggingLevel = 'OFF' }]) => {
    return loggingLevel !== 'OFF' && loggingLevel !== before.methodSettings[key]?.loggingLevel
  })
}
