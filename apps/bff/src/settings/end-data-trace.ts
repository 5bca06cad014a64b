import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { readableMethod } from '../aws/method-key.ts'
import { withMethodEdits } from '../aws/method-settings.ts'
import type { Intent } from '../changes/intent.ts'
import type { Services } from '../lib/context.ts'
import { isAppError } from '../lib/errors.ts'
import { pendingTraceEnds, type TraceEnd } from './trace-ends.ts'
import { listNames } from '../lib/list-names.ts'

/** Switches full logging of requests off where its time is up: a change of its own, in the name of the job. */
export async function endDataTraces(services: Services): Promise<void> {
  const { engine, clocks, connections } = services
  for (const end of await pendingTraceEnds(services)) {
    if (clocks.worldMs() < end.atMs) continue
    const { accountId, region, kind, apiId, stage } = end.target
    const connection = connections.find(accountId, region)
    if (!connection) continue
    const address = { connection: connection.config.name, kind, apiId, stage }
    const reason = `${end.by} set it for ${end.minutes} minutes`
    await engine.runAsJob('end-data-trace', engine.stageAt(address), intentOf(end), reason).catch((error: unknown) => {
      // Off already, or the stage is gone.
      if (!isAppError(error, 'guard_rail') && !isAppError(error, 'not_found')) throw error
    })
  }
}

const intentOf = ({ keys, target }: TraceEnd): Intent => ({
  verb: 'settings.endDataTrace',
  draft: async ({ stage }) => ({
    title: `Full logging of ${listNames(keys.map(readableMethod))} on ${target.stage} ends`,
    act: 'Switch it off',
    states: [withoutTrace(stage.config, keys)],
    reads: [],
    undo: { kind: 'exact' },
  }),
})

function withoutTrace(config: StageConfig, keys: string[]): StageConfig {
  const on = keys.filter((key) => config.methodSettings?.[key]?.dataTraceEnabled)
  const edits = Object.fromEntries(on.map((key) => [key, { dataTraceEnabled: false }]))
  return { ...config, methodSettings: withMethodEdits(config.methodSettings ?? {}, edits) }
}
