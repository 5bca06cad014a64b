import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { RetentionEdits } from '@callboard/shared-types/logs/logs.schemas'
import { readLogGroups } from '../aws/log-groups.reader.ts'
import { stageGroups } from '../aws/stage-log-groups.ts'
import type { Draft } from '../changes/intent.ts'
import { stageParts } from '../changes/stage-parts.ts'
import type { Present } from '../changes/wish.ts'
import type { Ctx } from '../lib/context.ts'

type Input = StageAddress & WriteInput & { edits: RetentionEdits }

/** Sets how long the stage's log groups are kept. @throws as every write */
export const setRetention = (ctx: Ctx, input: Input): Promise<WriteResult> =>
  ctx.engine.run(ctx.person, input, { verb: 'logs.setRetention', draft: (present) => draft(input, present) }, input)

async function draft({ edits: { retentionDays }, stage }: Input, present: Present): Promise<Draft> {
  const before = await stageParts.logRetention.read(present)
  const groups = stageGroups(present.address.apiId, stage, present.stage.config)
  const wanted = { ...before }
  const shorter: string[] = []
  const missing: string[] = []
  for (const [source, days] of Object.entries(retentionDays)) {
    const name = groups.find((group) => group.source === source)?.name
    if (name === undefined || !(await exists(present, name))) {
      missing.push(name ?? source)
      continue
    }
    if (days === null) delete wanted[name]
    else wanted[name] = days
    if (days !== null && days < (before[name] ?? Infinity)) shorter.push(`${name}, older than ${days} days`)
  }
  return {
    title: `Change how long the logs of ${stage} are kept`,
    act: `Change retention of ${stage}`,
    states: [present.stage.config],
    parts: { logRetention: wanted },
    reads: [],
    undo:
      shorter.length > 0
        ? { kind: 'compensating', notRestored: shorter.map((what) => `the lines of ${what}`) }
        : { kind: 'exact' },
    warnings: shorter.map((what) => ({ code: 'lines_go', text: `CloudWatch deletes the lines of ${what}.` })),
    ...(missing.length > 0
      ? {
          blocked: {
            rule: 'log_group',
            reason: `The log group ${missing.join(', ')} doesn't exist: it comes with its first line`,
            fields: missing.map((name) => `logRetention.${name}`),
          },
        }
      : {}),
  }
}

const exists = async ({ connection }: Present, group: string): Promise<boolean> =>
  (await readLogGroups(connection, group)).some(({ name }) => name === group)
