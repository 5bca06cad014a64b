import type { Warning } from '@callboard/shared-types/changes/plan.schemas'
import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { copyPartsAcrossApis, type CopyPart } from '@callboard/shared-types/stages/stage-rules'
import { normalise } from '../aws/stage-config.ts'
import type { SeenStage } from '../aws/seen-stage.ts'
import { readStageNow } from '../aws/stages.reader.ts'
import { changingRefusal } from '../changes/changing-refusal.ts'
import type { Draft } from '../changes/intent.ts'
import { clusterUndo } from '../changes/undo-of-move.ts'
import { statusAlarmWarnings } from '../changes/status-alarm-warnings.ts'
import type { Present } from '../changes/wish.ts'
import type { Ctx } from '../lib/context.ts'
import { invalid } from '../lib/errors.ts'
import { ownTags } from '../lib/own-tags.ts'
import { trafficNow } from '../lib/traffic-now.ts'
import { copied } from './copied.ts'

type Input = StageAddress & WriteInput & { fromStage: string; fromApiId?: string | undefined; parts: CopyPart[] }

/** Sets parts of a stage as another stage's are. @throws invalid for parts that mean nothing there, else as every write */
export async function copySettings(ctx: Ctx, input: Input): Promise<WriteResult> {
  const sameApi = (input.fromApiId ?? input.apiId) === input.apiId
  const strange = sameApi ? [] : input.parts.filter((part) => !copyPartsAcrossApis.includes(part))
  if (strange.length > 0) throw invalid('parts', `Of another API's stage ${strange.join(', ')} can't be copied`)
  return ctx.engine.run(
    ctx.person,
    input,
    { verb: 'stages.copySettings', draft: (present) => draft(ctx, input, sameApi, present) },
    input,
  )
}

async function draft(ctx: Ctx, input: Input, sameApi: boolean, present: Present): Promise<Draft> {
  const { connection, address, stage } = present
  const from = await readStageNow(connection, input.fromApiId ?? input.apiId, input.fromStage)
  const wanted = normalise(copied(from.config, stage.config, input.parts, sameApi))
  const undo = clusterUndo(stage.config, wanted)
  const tags = input.parts.includes('tags')
  return {
    title: `Copy ${words[input.parts.length === 1 ? input.parts[0]! : 'several']} of ${from.name} onto ${address.stage}`,
    act: `Copy onto ${address.stage}`,
    states: [wanted],
    ...(tags && { parts: { tags: ownTags(stage.tags, from.tags) } }),
    reads: [],
    undo,
    hits: await trafficNow(ctx, present),
    warnings: [...warnings(input.parts, from, stage), ...(await statusAlarmWarnings(ctx, present, wanted))],
    blocked: undo.kind === 'exact' ? undefined : changingRefusal(stage.cacheClusterStatus),
  }
}

const words: Record<CopyPart | 'several', string> = {
  variables: 'the variables',
  settings: 'the settings',
  cache: 'the cache',
  logs: 'the logs',
  tags: 'the tags',
  several: 'settings',
}

function warnings(parts: CopyPart[], from: SeenStage, to: SeenStage): Warning[] {
  const destination = from.config.accessLogSettings?.destinationArn
  const shared = parts.includes('logs') && destination && destination !== to.config.accessLogSettings?.destinationArn
  const cluster = parts.includes('cache') && clusterUndo(to.config, from.config).kind !== 'exact'
  return [
    ...(shared
      ? [
          {
            code: 'same_log',
            text: `Both stages will write their access logs to ${destination}. Give this one a log of its own afterwards, or leave the logs out.`,
          },
        ]
      : []),
    ...(cluster
      ? [
          {
            code: 'cache_cluster',
            text: 'The cache cluster is changed: what it holds is thrown away, and AWS takes about 4 minutes.',
          },
        ]
      : []),
  ]
}
