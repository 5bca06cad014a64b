import { stageKey, type StageRef } from '@callboard/shared-types/lib/stage-ref'
import { leafChanges } from '../aws/stage-leaves.ts'
import type { AwsConnection } from '../aws/connections.ts'
import type { SeenStage } from '../aws/seen-stage.ts'
import type { Events } from '../lib/events.ts'

/** Tells everyone when a stage is seen to be other than it was at the last look, and nobody here did it. */
export class OutsideChanges {
  readonly #last = new Map<string, SeenStage>()
  readonly #events: Events

  constructor(events: Events) {
    this.#events = events
  }

  /** Looks at every answer about stages that this connection gets. */
  follow(connection: AwsConnection): void {
    const { accountId, region } = connection.config
    connection.onStagesRead = (apiId, stages) => {
      for (const stage of stages) this.#look({ accountId, region, kind: 'rest', apiId, stage: stage.name }, stage)
    }
  }

  /** What a change of ours left: no news. */
  expect(ref: StageRef, stage: SeenStage): void {
    this.#last.set(stageKey(ref), stage)
  }

  #look(ref: StageRef, stage: SeenStage): void {
    const before = this.#last.get(stageKey(ref))
    // An answer from before our own change may come in late.
    if (before && stage.updatedMs < before.updatedMs) return
    this.#last.set(stageKey(ref), stage)
    const fields = before ? leafChanges(before.config, stage.config).map(({ field }) => field) : []
    if (fields.length > 0) this.#events.publish({ type: 'stage_moved', stage: ref, fields })
  }
}
