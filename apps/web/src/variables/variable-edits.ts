import {
  variableCountProblem,
  variableNameProblem,
  variableValueProblem,
} from '@callboard/shared-types/variables/variable-rules'
import type { StageVariables, VariableEdits } from '@callboard/shared-types/variables/variables.schemas'

type Variables = Record<string, string>

/** What a person wants instead of what is there. Null is no value: a variable that goes, or isn't there. */
export interface Edit {
  value: string | null
  /** What was there when the edit began: if the stage has something else now, somebody else changed it meanwhile. */
  over: string | null
}

/** A row that is being added: its name is still being typed. */
export interface AddedVariable {
  key: number
  name: string
  value: string
}

/** Edits that lie over the stage as it is: what isn't edited follows the stage. */
export interface VariableDraft {
  base: Record<string, Edit>
  overrides: Record<string, Edit>
  added: AddedVariable[]
}

export type Part = 'base' | 'overrides'

export const noEdits: VariableDraft = { base: {}, overrides: {}, added: [] }

/** What the stage has of a part. */
const presentOf = ({ variables, canary }: StageVariables, part: Part): Variables =>
  part === 'base' ? variables : (canary?.overrides ?? {})

const own = (variables: Variables, name: string): string | null =>
  Object.hasOwn(variables, name) ? variables[name]! : null

export interface Cell {
  present: string | null
  /** As it will be. */
  value: string | null
  edited: boolean
  /** Somebody else changed it since the edit began; `over` is what was there then. */
  moved: { over: string | null } | null
  problem: string | null
}

/** One value as it is and as it's wanted. An edit that asks for what is there already is none. */
export function cellOf(view: StageVariables, draft: VariableDraft, part: Part, name: string): Cell {
  const present = own(presentOf(view, part), name)
  const edit = Object.hasOwn(draft[part], name) ? draft[part][name] : undefined
  if (!edit || edit.value === present) return { present, value: present, edited: false, moved: null, problem: null }
  return {
    present,
    value: edit.value,
    edited: true,
    moved: edit.over === present ? null : { over: edit.over },
    problem: edit.value === null ? null : variableValueProblem(edit.value),
  }
}

/** Every name that has a row: set, overridden, used without being set, or edited. */
export function namesOf(view: StageVariables, draft: VariableDraft): string[] {
  const edited = (part: Part) => Object.keys(draft[part]).filter((name) => cellOf(view, draft, part, name).edited)
  const names = [
    ...Object.keys(view.variables),
    ...Object.keys(view.canary?.overrides ?? {}),
    ...view.undefinedNames,
    ...edited('base'),
    ...(view.canary ? edited('overrides') : []),
  ]
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b))
}

/** @param value null takes it away */
export function withEdit(view: StageVariables, draft: VariableDraft, part: Part, name: string, value: string | null) {
  const present = own(presentOf(view, part), name)
  const before = draft[part][name]
  const over = before && cellOf(view, draft, part, name).edited ? before.over : present
  return { ...draft, [part]: { ...draft[part], [name]: { value, over } } }
}

export function withoutEdit(draft: VariableDraft, part: Part, name: string): VariableDraft {
  const { [name]: _dropped, ...rest } = draft[part]
  return { ...draft, [part]: rest }
}

/** The edit stays, and what is there now is what it was made over. */
export function rebased(view: StageVariables, draft: VariableDraft, part: Part, name: string): VariableDraft {
  const value = draft[part][name]?.value ?? null
  return { ...draft, [part]: { ...draft[part], [name]: { value, over: own(presentOf(view, part), name) } } }
}

/** What is wrong with a row that is being added, or null; an empty row isn't begun yet. */
export function addedProblem(view: StageVariables, draft: VariableDraft, { key, name, value }: AddedVariable) {
  if (name === '' && value === '') return null
  const problem = variableNameProblem(name)
  if (problem) return problem
  const twice = draft.added.some((other) => other.key !== key && other.name === name)
  if (twice || namesOf(view, draft).includes(name)) return `There is a row for ${name} already.`
  return variableValueProblem(value)
}

const begun = ({ name, value }: AddedVariable) => name !== '' || value !== ''

export interface DraftSummary {
  /** How many values will differ. */
  count: number
  /** Why it can't be reviewed as it stands, or null. */
  problem: string | null
  /** What `variables.save` is told. */
  edits: VariableEdits
}

/** All of the edits together. */
export function summaryOf(view: StageVariables, draft: VariableDraft): DraftSummary {
  const parts = view.canary ? (['base', 'overrides'] as const) : (['base'] as const)
  const cells = parts.flatMap((part) =>
    Object.keys(draft[part]).map((name) => ({ part, name, ...cellOf(view, draft, part, name) })),
  )
  const edited = cells.filter((cell) => cell.edited)
  const added = draft.added.filter(begun)
  const of = (part: Part) => {
    const here = edited.filter((cell) => cell.part === part)
    return {
      set: Object.fromEntries(here.flatMap(({ name, value }) => (value === null ? [] : [[name, value]]))),
      remove: here.filter(({ value }) => value === null).map(({ name }) => name),
    }
  }
  const base = of('base')
  const set = { ...base.set, ...Object.fromEntries(added.map(({ name, value }) => [name, value])) }
  const bad = [
    ...edited.flatMap(({ name, problem }) => (problem ? [name] : [])),
    ...added.flatMap((row) => (addedProblem(view, draft, row) ? [row.name || 'a row without a name'] : [])),
  ]
  const names = new Set([...Object.keys(view.variables), ...Object.keys(set)])
  const total = names.size - base.remove.length
  return {
    count: edited.length + added.length,
    problem:
      bad.length > 0
        ? `AWS wouldn’t take ${bad.slice(0, 3).join(', ')}${bad.length > 3 ? ` and ${bad.length - 3} more` : ''}.`
        : total > Object.keys(view.variables).length
          ? variableCountProblem(total)
          : null,
    edits: { ...base, set, ...(view.canary && { overrides: of('overrides') }) },
  }
}
