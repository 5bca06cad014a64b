import { createHash } from 'node:crypto'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'

type Value = string | number | boolean

/** One value of a config and where it stands, such as `['variables', 'lambdaAlias']`. */
export interface Leaf {
  path: string[]
  value: Value
}

/** A config taken apart, by field name (`variables.lambdaAlias`). A field that isn't there is absent. */
export type Leaves = Map<string, Leaf>

export interface LeafChange {
  field: string
  path: string[]
  before: Value | undefined
  after: Value | undefined
}

export function leavesOf(config: object): Leaves {
  const leaves: Leaves = new Map()
  const walk = (value: unknown, path: string[]) => {
    if (value === undefined || value === null) return
    if (typeof value === 'object') for (const [key, member] of Object.entries(value)) walk(member, [...path, key])
    else leaves.set(path.join('.'), { path, value: value as Value })
  }
  walk(config, [])
  return leaves
}

export function configFrom<T extends object = StageConfig>(leaves: Leaves): T {
  const config: Record<string, unknown> = {}
  for (const { path, value } of leaves.values()) {
    let place = config
    for (const key of path.slice(0, -1)) place = (place[key] ??= {}) as Record<string, unknown>
    place[path.at(-1)!] = value
  }
  return config as T
}

/** Every leaf in which the two differ, in the order of the fields' names. */
export function leafChanges(before: object, after: object): LeafChange[] {
  const from = leavesOf(before)
  const to = leavesOf(after)
  return [...new Set([...from.keys(), ...to.keys()])]
    .filter((field) => from.get(field)?.value !== to.get(field)?.value)
    .toSorted()
    .map((field) => ({
      field,
      path: (from.get(field) ?? to.get(field))!.path,
      before: from.get(field)?.value,
      after: to.get(field)?.value,
    }))
}

/** The value of a field as text, or null where it's absent. */
export const textAt = (leaves: Leaves, field: string): string | null => {
  const value = leaves.get(field)?.value
  return value === undefined ? null : String(value)
}

/**
 * The settings that come and go as a whole, such as one method override, one alarm or the canary.
 * @returns the path of the group that a leaf belongs to, or undefined for a leaf that stands alone
 */
export function groupOf(path: string[]): string[] | undefined {
  if (path[0] === 'canarySettings' || path[0] === 'accessLogSettings') return [path[0]]
  if (path[0] === 'throttle' || path[0] === 'quota') return [path[0]]
  if (['methodSettings', 'alarms', 'statusFilters', 'stages'].includes(path[0]!)) return path.slice(0, 2)
  return undefined
}

/** The same for two stages if and only if they are set alike, tags included, in whatever order AWS tells it. */
export function stageHash(config: StageConfig, tags: Record<string, string>): string {
  const leaves = [...leavesOf({ ...config, tags }).values()].map(({ path, value }) => [path, value])
  const sorted = leaves.map((leaf) => JSON.stringify(leaf)).toSorted()
  return createHash('sha256').update(sorted.join('\n')).digest('hex')
}
