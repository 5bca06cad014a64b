import type { Consequence, Warning } from '@callboard/shared-types/changes/plan.schemas'
import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { secretSuspicion, variableCountProblem } from '@callboard/shared-types/variables/variable-rules'
import type { VariableEdits, VariableUses } from '@callboard/shared-types/variables/variables.schemas'
import { trafficNow } from '../lib/traffic-now.ts'
import type { Draft } from '../changes/intent.ts'
import type { Present } from '../changes/wish.ts'
import type { Ctx } from '../lib/context.ts'
import { functionConsequences, permissionWarnings } from './picked-functions.ts'
import { readUses } from './read-uses.ts'
import { listFew } from '../lib/list-names.ts'

type Variables = Record<string, string>
type Input = StageAddress & WriteInput & VariableEdits

/** Applies edits to the stage's variables as they are at the click. @throws as every write */
export const saveVariables = (ctx: Ctx, input: Input): Promise<WriteResult> =>
  ctx.engine.run(ctx.person, input, { verb: 'variables.save', draft: (present) => draft(ctx, input, present) }, input)

/** The stage as it should be. */
function edited(config: StageConfig, { set, remove, overrides }: VariableEdits): StageConfig {
  const { canarySettings: canary } = config
  return {
    ...config,
    variables: withEdits(config.variables, { set, remove }),
    ...(canary &&
      overrides && {
        canarySettings: { ...canary, stageVariableOverrides: withEdits(canary.stageVariableOverrides, overrides) },
      }),
  }
}

const withEdits = (present: Variables = {}, { set, remove }: { set: Variables; remove: string[] }): Variables => ({
  ...Object.fromEntries(Object.entries(present).filter(([name]) => !remove.includes(name))),
  ...set,
})

async function draft(ctx: Ctx, edits: Input, present: Present): Promise<Draft> {
  const { connection, address, stage } = present
  const after = edited(stage.config, edits)
  const { uses, usesUnknown } = await readUses(connection, address, stage.config)
  const names = editedNames(stage.config, after)
  return {
    ...wording(names, after, address.stage),
    states: [after],
    reads: edits.overrides ? ['canarySettings.deploymentId'] : [],
    undo: { kind: 'exact' },
    hits: await trafficNow(ctx, present),
    consequences: uses ? consequencesOf(uses, stage.config, after) : [],
    warnings: [
      ...(uses ? goneWarnings(uses, stage.config, after) : [unknownWarning(usesUnknown)]),
      ...(uses ? permissionWarnings(uses, stage.config, after) : []),
      ...secretWarnings(stage.config, after),
    ],
    blocked: refusal(stage.config, after, edits),
  }
}

const namesThatDiffer = (before: Variables = {}, after: Variables = {}): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name])

const overridesOf = ({ canarySettings }: StageConfig) => canarySettings?.stageVariableOverrides

const editedNames = (before: StageConfig, after: StageConfig): string[] => [
  ...new Set([
    ...namesThatDiffer(before.variables, after.variables),
    ...namesThatDiffer(overridesOf(before), overridesOf(after)),
  ]),
]

function wording(names: string[], { variables = {} }: StageConfig, stage: string): Pick<Draft, 'title' | 'act'> {
  const [name] = names
  if (name === undefined || names.length > 1) {
    const what = `${names.length} variables`
    return { title: `Change ${what} of ${stage}`, act: `Change ${what} of ${stage}` }
  }
  if (!Object.hasOwn(variables, name)) return { title: `Remove ${name} from ${stage}`, act: `Remove ${name}` }
  return { title: `Set ${name} on ${stage}`, act: `Set ${name} on ${stage}` }
}

const consequencesOf = ({ functions }: VariableUses, before: StageConfig, after: StageConfig): Consequence[] => [
  ...functionConsequences(functions, before.variables, after.variables),
  ...functionConsequences(functions, effective(before), effective(after), 'canary'),
]

/** What the canary's calls see; nothing where there is no canary. */
const effective = (config: StageConfig): Variables | undefined =>
  config.canarySettings && { ...config.variables, ...overridesOf(config) }

const unknownWarning = (why: string | null): Warning => ({
  code: 'uses_unknown',
  text: `What the API uses these variables for isn't known, so nobody checked it: ${why}`,
})

/** Without it the text stays as it's written, `${stageVariables.x}` and all, so that the call fails. */
function goneWarnings({ byName }: VariableUses, before: StageConfig, after: StageConfig): Warning[] {
  const gone = Object.keys(before.variables ?? {}).filter(
    (name) => !Object.hasOwn(after.variables ?? {}, name) && Object.hasOwn(byName, name),
  )
  return gone.map((name) => {
    const places = [...new Set(byName[name]!.map(({ where }) => where))]
    return { code: 'used', text: `${name} is used by ${listFew(places)}. Without it what they call has no such part.` }
  })
}

function secretWarnings(before: StageConfig, after: StageConfig): Warning[] {
  const all = (config: StageConfig) => [
    ...Object.entries(config.variables ?? {}),
    ...Object.entries(overridesOf(config) ?? {}),
  ]
  const known = new Set(all(before).map((pair) => pair.join('=')))
  return all(after).flatMap(([name, value]) => {
    const suspicion = known.has(`${name}=${value}`) ? null : secretSuspicion(name, value)
    if (!suspicion) return []
    const text = `${name} may be a secret. ${suspicion} Stage variables are plain text: whoever may read the stage reads them, and so do logs and Callboard's activity.`
    return [{ code: 'secret', text }]
  })
}

function refusal(before: StageConfig, { variables = {} }: StageConfig, { overrides }: VariableEdits): Draft['blocked'] {
  if (overrides && !before.canarySettings)
    return { rule: 'no_canary', reason: 'The stage has no canary whose variables could be overridden', fields: [] }
  const now = Object.keys(before.variables ?? {}).length
  const count = Object.keys(variables).length
  const problem = count > now ? variableCountProblem(count) : null
  return problem ? { rule: 'too_many', reason: problem, fields: ['variables'] } : undefined
}
