import type { AlarmEdits } from '@callboard/shared-types/alarms/alarms.schemas'
import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { withRule } from '../aws/alarm-values.ts'
import { fetchAlarms, isOfStage } from '../aws/alarms.reader.ts'
import { readRestApi } from '../aws/rest-apis.reader.ts'
import type { Draft } from '../changes/intent.ts'
import { stageParts } from '../changes/stage-parts.ts'
import type { Present } from '../changes/wish.ts'
import type { Ctx } from '../lib/context.ts'
import { statusFiltersFor } from './status-filters-for.ts'

type Input = StageAddress & WriteInput & { edits: AlarmEdits }

/** Makes, changes and deletes alarms on a stage in one review. @throws as every write */
export const saveAlarms = (ctx: Ctx, input: Input): Promise<WriteResult> =>
  ctx.engine.run(ctx.person, input, { verb: 'alarms.save', draft: (present) => draft(input, present) }, input)

async function draft({ edits: { set, remove }, stage }: Input, present: Present): Promise<Draft> {
  const before = await stageParts.alarms.read(present)
  const kept = Object.entries(before).filter(([name]) => !remove.includes(name))
  const edited = Object.entries(set).map(([name, rule]) => [name, withRule(before[name], rule)] as const)
  const gone = remove.filter((name) => Object.hasOwn(before, name))
  const made = Object.keys(set).filter((name) => !Object.hasOwn(before, name))
  const alarms = Object.fromEntries([...kept, ...edited])
  const counting = await statusFiltersFor(present, { before, after: alarms, set })
  return {
    ...titleOf(stage, made, Object.keys(set), gone),
    states: [present.stage.config],
    parts: { alarms, ...counting.parts },
    reads: [],
    undo:
      gone.length > 0
        ? { kind: 'compensating', notRestored: ['the history and the state of a deleted alarm'] }
        : { kind: 'exact' },
    warnings: [...counting.warnings, ...mute(set)],
    ...counting.refusal,
    ...(await refusal(present, made, remove, before)),
  }
}

function titleOf(stage: string, made: string[], set: string[], gone: string[]): Pick<Draft, 'title' | 'act'> {
  const [only] = [...set, ...gone]
  if (set.length + gone.length === 1) {
    const verb = gone.length > 0 ? 'Delete' : made.length > 0 ? 'Make' : 'Change'
    return { title: `${verb} the alarm ${only}`, act: `${verb} alarm of ${stage}` }
  }
  return { title: `Change alarms of ${stage}`, act: `Change alarms of ${stage}` }
}

const mute = (set: AlarmEdits['set']): NonNullable<Draft['warnings']> =>
  Object.entries(set)
    .filter(([, { alarmActions }]) => alarmActions.length === 0)
    .map(([name]) => ({
      code: 'tells_nobody',
      text: `${name} tells nobody when it fires: it shows here and in CloudWatch. Give it the ARN of an SNS topic to be told.`,
    }))

/** AWS puts an alarm over another one of the same name, whosever it is. */
async function refusal(
  { connection, address }: Present,
  made: string[],
  remove: string[],
  before: object,
): Promise<Pick<Draft, 'blocked'>> {
  const others = [...made, ...remove.filter((name) => !Object.hasOwn(before, name))]
  if (others.length === 0) return {}
  const { name: apiName } = await readRestApi(connection, address.apiId)
  const all = await fetchAlarms(connection, 'write')
  for (const name of others) {
    const found = all.find(({ AlarmName }) => AlarmName === name)
    if (!found) continue
    const whose = isOfStage(found, { ...address, apiName })
      ? 'is an alarm of a kind that Callboard shows and does not edit'
      : 'is the name of an alarm on something else: take another'
    return { blocked: { rule: 'alarm_name', reason: `${name} ${whose}`, fields: [`alarms.${name}`] } }
  }
  return {}
}
