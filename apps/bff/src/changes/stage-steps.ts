import type { AwsOperation, StageTarget } from '@callboard/shared-types/changes/plan.schemas'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import type { Unreachable } from '../aws/patch.ts'
import { normalise } from '../aws/stage-config.ts'
import { stagePatch } from '../aws/stage-patch.ts'
import type { Draft } from './intent.ts'
import type { Present } from './wish.ts'
import { createDeployment, createStage, deleteDeployment, deleteStage, traceless, updateStage } from './operations.ts'
import type { Path } from './rows.ts'
import { partNames, stageParts, type PartStates } from './stage-parts.ts'
import type { PartStep } from './part-step.ts'
import { keepNeeded } from './status-filter-steps.ts'
import { ABSENT, isAbsent } from './absent.ts'
import type { Steps } from './subject.ts'

/** The stage, and what else a change is about: those of its API's deployments by id and name (one that is gone is absent). */
export type StageState = StageConfig & { deployments?: Record<string, string> } & Partial<PartStates>

/** The calls that lead a stage through the states of a draft. */
export async function stageSteps(target: StageTarget, present: Present, draft: Draft): Promise<Steps> {
  const { creates, deletes, sends = [] } = draft
  const { config } = present.stage
  const operations: AwsOperation[] = []
  const unreachable: Unreachable[] = []
  const parts = await partsOf(present, draft)
  const path: Path = [
    isAbsent(config)
      ? ABSENT
      : { ...config, ...parts.before, ...(deletes && { deployments: { [deletes.id]: deletes.name } }) },
  ]
  const add = (operation: AwsOperation, after: object) => {
    operations.push(operation)
    path.push(after)
  }
  // Making a deployment, or deleting one, leaves the stage as it is.
  if (creates) add(createDeployment(target, creates.description), path.at(-1)!)
  if (deletes) add(deleteDeployment(target, deletes.id), { ...config, ...parts.before })
  let reached: StageConfig | null = isAbsent(config) ? null : config
  let standing: Partial<PartStates> = parts.before
  for (const wanted of draft.states) {
    if (wanted === null) {
      if (reached) add(deleteStage(target), ABSENT)
      reached = null
      continue
    }
    const state = normalise(wanted)
    if (!reached) {
      standing = parts.after
      reached = createdFrom(state)
      add(createStage(target, reached, standing.tags ?? {}), { ...reached, ...standing })
    }
    const patch = stagePatch(reached, state)
    unreachable.push(...patch.unreachable)
    // A state that asks for nothing is no step.
    if (patch.operations.length > 0) add(updateStage(target, patch.operations), { ...state, ...standing })
    reached = state
  }
  if (reached)
    for (const { operation, after } of partSteps(target, standing, parts.after))
      add(operation, { ...reached, ...after })
  for (const name of sends) add(traceless(target, name), path.at(-1)!)
  return { path, operations, unreachable }
}

/** The parts that a draft is about, as they are and as they should be. A stage comes and goes with its tags. */
async function partsOf(present: Present, draft: Draft) {
  const wanted = { ...draft.parts }
  if (isAbsent(present.stage.config) || draft.states.includes(null)) wanted.tags ??= present.stage.tags
  const before: Partial<PartStates> = {}
  for (const name of partNames)
    if (wanted[name]) Object.assign(before, { [name]: await stageParts[name].read(present) })
  if (before.statusFilters && wanted.statusFilters && wanted.alarms)
    wanted.statusFilters = keepNeeded(before.statusFilters, wanted.statusFilters, wanted.alarms)
  return { before, after: wanted }
}

function* partSteps(target: StageTarget, from: Partial<PartStates>, to: Partial<PartStates>) {
  const steps = partNames.flatMap((name) => {
    const [before, after] = [from[name], to[name]]
    if (!before || !after) return []
    // Both are of the part's own kind, which the compiler can't follow through its name.
    const own: PartStep<unknown>[] = stageParts[name].steps(target, before as never, after as never)
    return own.map((step) => ({ name, ...step }))
  })
  let standing = from
  for (const { name, operation, after } of steps.toSorted(
    (a, b) => Number(a.late ?? false) - Number(b.late ?? false),
  )) {
    standing = { ...standing, [name]: after }
    yield { operation, after: standing }
  }
}

/** What CreateStage can't set of a config (the API's model) and an UpdateStage can. */
const setLater = new Set<string>(['methodSettings', 'accessLogSettings', 'clientCertificateId'])

const createdFrom = (config: StageConfig): StageConfig =>
  Object.fromEntries(Object.entries(config).filter(([name]) => !setLater.has(name))) as StageConfig
