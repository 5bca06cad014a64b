import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { SettingsEdits, TraceFor } from '@callboard/shared-types/settings/settings.schemas'
import type { MethodSetting, StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { readAccount } from '../aws/account.reader.ts'
import { readableMethod } from '../aws/method-key.ts'
import { settingOf } from '../aws/method-settings.ts'
import type { Draft } from '../changes/intent.ts'
import { statusAlarmWarnings } from '../changes/status-alarm-warnings.ts'
import type { Present } from '../changes/wish.ts'
import type { Ctx } from '../lib/context.ts'
import { trafficNow } from '../lib/traffic-now.ts'
import { edited, editedTags } from './edited.ts'
import { listNames } from '../lib/list-names.ts'

type Input = StageAddress & WriteInput & { edits: SettingsEdits; traceFor?: TraceFor }

/** Changes settings of the stage, of its methods, and its tags, in one review. @throws as every write */
export const saveSettings = (ctx: Ctx, input: Input): Promise<WriteResult> =>
  ctx.engine.run(ctx.person, input, { verb: 'settings.save', draft: (present) => draft(ctx, input, present) }, input)

async function draft(ctx: Ctx, { edits, stage: name, traceFor = '60' }: Input, present: Present): Promise<Draft> {
  const { stage, connection } = present
  const wanted = edited(stage.config, edits)
  const traced = named(stage.config, wanted, (was, now) => now.dataTraceEnabled && !was.dataTraceEnabled)
  const tagged = Object.keys(edits.setTags).length + edits.removeTags.length > 0
  const role = (await readAccount(connection)).cloudwatchRoleArn
  return {
    title: `Change settings of ${name}`,
    act: `Save for ${name}`,
    states: [wanted],
    ...(tagged && { parts: { tags: editedTags(stage.tags, edits) } }),
    reads: [],
    undo: { kind: 'exact' },
    hits: await trafficNow(ctx, present),
    warnings: [
      ...traceWarning(traced),
      ...stricterWarning(stage.config, wanted),
      ...(await statusAlarmWarnings(ctx, present, wanted)),
    ],
    choices: traced.length > 0 ? [traceChoice(traced, traceFor)] : [],
    ...refusal(stage.config, wanted, role),
  }
}

const levels = ({ methodSettings = {} }: StageConfig) =>
  Object.values(methodSettings).some(({ loggingLevel }) => loggingLevel !== 'OFF')

/** What AWS would refuse, said before it's sent. */
function refusal(
  before: StageConfig,
  after: StageConfig,
  role: string | undefined,
): Pick<Draft, 'blocked'> | undefined {
  const logs = (!levels(before) && levels(after)) || (!before.accessLogSettings && after.accessLogSettings)
  if (logs && !role)
    return {
      blocked: {
        rule: 'log_role',
        reason:
          'CloudWatch Logs role ARN must be set in account settings to enable logging. Make a role that apigateway.amazonaws.com may assume with the policy AmazonAPIGatewayPushToCloudWatchLogs, then run: aws apigateway update-account --patch-operations op=replace,path=/cloudwatchRoleArn,value=<its ARN>',
        fields: ['cloudwatchRoleArn'],
      },
    }
  const access = after.accessLogSettings
  if (!access || JSON.stringify(access) === JSON.stringify(before.accessLogSettings)) return undefined
  if (!access.destinationArn?.startsWith('arn:') || access.destinationArn.endsWith(':*'))
    return {
      blocked: {
        rule: 'access_log',
        reason: 'The access log goes to the ARN of a log group (without :* at its end) or of a Firehose stream',
        fields: ['accessLogSettings.destinationArn'],
      },
    }
  if (!/\$context\.(requestId|extendedRequestId)\b/.test(access.format ?? ''))
    return {
      blocked: {
        rule: 'access_log',
        reason: 'AWS takes no format without $context.requestId or $context.extendedRequestId',
        fields: ['accessLogSettings.format'],
      },
    }
  return undefined
}

function traceWarning(traced: string[]) {
  if (traced.length === 0) return []
  const text = `Requests and responses of ${listNames(traced)} will be written to the log in full: with personal data, keys and tokens in them.`
  return [{ code: 'data_trace', text }]
}

const traceChoice = (traced: string[], chosen: TraceFor): NonNullable<Draft['choices']>[number] => ({
  input: 'traceFor',
  question: `How long is ${listNames(traced)} to be logged in full?`,
  chosen,
  options: [
    { value: '15', label: '15 minutes', explanation: 'Then Callboard switches it off by itself.' },
    { value: '60', label: 'An hour', explanation: 'Then Callboard switches it off by itself.' },
    { value: '240', label: 'Four hours', explanation: 'Then Callboard switches it off by itself.' },
    { value: 'unlimited', label: 'Until somebody switches it off', explanation: 'It is easily forgotten.' },
  ],
})

function stricterWarning(before: StageConfig, after: StageConfig) {
  const stricter = named(before, after, (was, now) => now.throttlingRateLimit < was.throttlingRateLimit)
  if (stricter.length === 0) return []
  return [
    { code: 'stricter', text: `${listNames(stricter)} will take fewer calls a second; callers above it get 429.` },
  ]
}

/** The methods for which it holds of their settings before and after. */
const named = (before: StageConfig, after: StageConfig, holds: (was: MethodSetting, now: MethodSetting) => boolean) =>
  Object.entries(after.methodSettings ?? {})
    .filter(([key, now]) => holds(settingOf(before, key), now))
    .map(([key]) => readableMethod(key))
