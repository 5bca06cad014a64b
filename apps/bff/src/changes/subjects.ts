import { isStageTarget } from '@callboard/shared-types/changes/target'
import type { Target } from '@callboard/shared-types/changes/plan.schemas'
import type { AwsConnection } from '../aws/connections.ts'
import type { MarkOf } from '../lib/key-marks.ts'
import { ApiKeySubject } from './api-key-subject.ts'
import type { Wish } from './wish.ts'
import type { OutsideChanges } from './outside-changes.ts'
import { StageSubject } from './stage-subject.ts'
import type { Subject } from './subject.ts'
import { UsagePlanSubject } from './usage-plan-subject.ts'

export interface SubjectDeps {
  outside: OutsideChanges
  productionStages: string[]
  /** Of values of API keys. */
  markOf: MarkOf
}

/** Any subject, for those who don't care what it is. */
export type AnySubject = Subject<unknown, Wish>

/** What a stored change was made to, to be looked at again. It may be gone by now. @param made the id of what the change itself made */
export function subjectOf(
  connection: AwsConnection,
  target: Target,
  made: string | undefined,
  deps: SubjectDeps,
): AnySubject {
  if (!isStageTarget(target)) {
    const about = { made, mayBeAbsent: true, markOf: deps.markOf }
    if (target.kind === 'api-key') return new ApiKeySubject(connection, target, about)
    return new UsagePlanSubject(connection, target, about)
  }
  const { kind, apiId, stage } = target
  return new StageSubject(connection, { connection: connection.config.name, kind, apiId, stage }, true, deps)
}
