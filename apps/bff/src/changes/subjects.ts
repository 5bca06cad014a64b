import { isStageTarget, type Target } from '@callboard/shared-types/changes/plan.schemas'
import type { AwsConnection } from '../aws/connections.ts'
import type { Wish } from './wish.ts'
import type { OutsideChanges } from './outside-changes.ts'
import { StageSubject } from './stage-subject.ts'
import type { Subject } from './subject.ts'

export interface SubjectDeps {
  outside: OutsideChanges
  productionStages: string[]
}

/** Any subject, for those who don't care what it is. */
export type AnySubject = Subject<unknown, Wish>

/** What a stored change was made to, to be looked at again. It may be gone by now. @param made the id of what the change itself made */
export function subjectOf(
  connection: AwsConnection,
  target: Target,
  _made: string | undefined,
  deps: SubjectDeps,
): AnySubject {
  if (!isStageTarget(target)) throw new Error(`No subject for ${target.kind}`)
  const { kind, apiId, stage } = target
  return new StageSubject(connection, { connection: connection.config.name, kind, apiId, stage }, true, deps)
}
