import type { AwsOperation, Plan, SeenField, Target } from '@callboard/shared-types/changes/plan.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { normalise } from '../aws/stage-config.ts'
import { leavesOf, leafChanges, textAt, type Leaves } from '../aws/stage-leaves.ts'
import type { Unreachable } from '../aws/patch.ts'
import type { SeenStage } from '../aws/seen-stage.ts'
import { stagePatch } from '../aws/stage-patch.ts'
import { tagPatch } from '../aws/tag-patch.ts'
import { cliCommand } from './commands.ts'
import { fieldChanges } from './field-labels.ts'
import type { Draft, Present } from './intent.ts'
import { createDeployment, deleteDeployment, tagResource, traceless, untagResource, updateStage } from './operations.ts'
import type { Path, State } from './rows.ts'

/** A plan, and the states it leads through, which the engine keeps to itself. */
export interface Planned {
  plan: Plan
  path: Path
}

/** Turns what a verb wants into what will be done, as data. Sends nothing. */
export function makePlan(verb: string, target: Target, present: Present, draft: Draft, nowMs: number): Planned {
  const { stage, connection } = present
  const { path, operations, unreachable } = stepsOf(target, stage, draft)
  const [before, after] = [path[0]!, path.at(-1)!]
  const changes = fieldChanges(before, after, draft.notes)
  const plan: Plan = {
    verb,
    title: draft.title,
    act: draft.act,
    target,
    lookedAt: toInstant(nowMs),
    changes,
    consequences: draft.consequences ?? [],
    unchanged: unchanged(stage.config, after, draft.sends),
    hits: draft.hits ?? [],
    warnings: draft.warnings ?? [],
    choices: draft.choices ?? [],
    operations,
    commands: operations.map((operation) => cliCommand(operation, connection.config)),
    confirm: draft.confirm ?? (target.production ? target.stage : null),
    undo: draft.undo,
    seen: seenFields(path, draft.reads),
    blocked: draft.blocked ?? blockedBy(unreachable) ?? idle(operations.length),
  }
  return { plan, path }
}

/** One AWS call after the other, each with the state it should leave: the path has one more state than there are calls. */
function stepsOf(target: Target, { config, tags }: SeenStage, draft: Draft) {
  const { creates, deletes, sends = [] } = draft
  const operations: AwsOperation[] = []
  const unreachable: Unreachable[] = []
  const tagged = draft.tags && { tags }
  const path: Path = [{ ...config, ...tagged, ...(deletes && { deployments: { [deletes.id]: deletes.name } }) }]
  const add = (operation: AwsOperation, after: State) => {
    operations.push(operation)
    path.push(after)
  }
  // Making a deployment, or deleting one, leaves the stage as it is.
  if (creates) add(createDeployment(target, creates.description), path.at(-1)!)
  if (deletes) add(deleteDeployment(target, deletes.id), { ...config, ...tagged })
  let reached = config
  for (const state of draft.states.map(normalise)) {
    const patch = stagePatch(reached, state)
    unreachable.push(...patch.unreachable)
    // A state that asks for nothing is no step.
    if (patch.operations.length > 0) add(updateStage(target, patch.operations), { ...state, ...tagged })
    reached = state
  }
  if (draft.tags) {
    const { set, remove } = tagPatch(tags, draft.tags)
    if (Object.keys(set).length > 0) add(tagResource(target, set), { ...reached, tags: { ...tags, ...set } })
    if (remove.length > 0) add(untagResource(target, remove), { ...reached, tags: draft.tags })
  }
  for (const name of sends) add(traceless(target, name), path.at(-1)!)
  return { path, operations, unreachable }
}

const blockedBy = (unreachable: Unreachable[]): Plan['blocked'] =>
  unreachable.length === 0
    ? null
    : {
        rule: 'unreachable',
        reason: unreachable.map(({ field, reason }) => `${field}: ${reason}`).join('; '),
        fields: unreachable.map(({ field }) => field),
      }

const idle = (calls: number): Plan['blocked'] =>
  calls > 0 ? null : { rule: 'nothing_to_do', reason: 'The stage is already as it should be', fields: [] }

/** The present values of all fields that the plan reads or writes. */
function seenFields([before, ...states]: Path, reads: string[]): SeenField[] {
  const leaves = leavesOf(before!)
  const written = states.flatMap((after, step) =>
    leafChanges([before!, ...states][step]!, after).map(({ field }) => field),
  )
  const read = reads.flatMap((prefix) => fieldsUnder(leaves, prefix))
  return [...new Set([...written, ...read])].toSorted().map((field) => ({ field, value: textAt(leaves, field) }))
}

/** A field that is absent counts as read too: that it isn't there is what was seen. */
function fieldsUnder(leaves: Leaves, prefix: string): string[] {
  const fields = [...leaves.keys()].filter((field) => field === prefix || field.startsWith(`${prefix}.`))
  return fields.length > 0 ? fields : [prefix]
}

/** Which of the fields that the person saw are no longer so, or became part of the plan since. */
export function movedFields(seen: SeenField[], plan: Plan): string[] {
  const before = new Map(seen.map(({ field, value }) => [field, value]))
  const now = new Map(plan.seen.map(({ field, value }) => [field, value]))
  return [...new Set([...before.keys(), ...now.keys()])].filter(
    (field) => before.has(field) !== now.has(field) || before.get(field) !== now.get(field),
  )
}

/** What stays as it is, in words, so that nobody has to wonder. */
function unchanged(before: StageConfig, after: StageConfig, sends: Draft['sends'] = []): string[] {
  const touched = new Set(leafChanges(before, after).map(({ path }) => path[0]))
  const count = (map: object | undefined) => Object.keys(map ?? {}).length
  const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`
  const kept = sends.includes('FlushStageCache') ? '' : ' (not flushed)'
  const words: [keyof StageConfig, string | false][] = [
    ['deploymentId', 'the deployment'],
    ['variables', count(before.variables) > 0 && plural(count(before.variables), 'variable')],
    ['cacheClusterEnabled', before.cacheClusterEnabled && `cache ${before.cacheClusterSize} GB${kept}`],
    ['canarySettings', before.canarySettings ? `the canary at ${before.canarySettings.percentTraffic} %` : false],
    ['methodSettings', count(before.methodSettings) > 0 && 'throttling, logging and cache settings'],
    ['accessLogSettings', before.accessLogSettings ? 'access log' : false],
    ['tracingEnabled', before.tracingEnabled && 'X-Ray tracing'],
  ]
  return words.flatMap(([field, text]) => (text && !touched.has(field) ? [text] : []))
}
