import { cacheSizes, ttlProblem, unauthorizedStrategies } from '@callboard/shared-types/cache/cache-rules'
import type { CacheChoice, CacheEdits, CacheView } from '@callboard/shared-types/cache/cache.schemas'

type Value = boolean | number | string | null
export type Leaf = keyof CacheChoice

/** AWS's key of the default of all methods. */
export const allMethods = '*/*'

interface Edit {
  value: Value
  /** What was there when the edit began: if the stage has something else now, somebody else changed it meanwhile. */
  over: Value
}

/** Edits that lie over the stage as it is, by field. */
export type CacheDraft = Record<string, Edit>

export const noEdits: CacheDraft = {}

/** A field of the draft: `enabled`, `size`, or a leaf of a method's settings. */
export const fieldOf = (key: string, leaf: Leaf): string => `${leaf} ${key}`

const partsOf = (field: string): { key: string; leaf: Leaf } | null => {
  const cut = field.indexOf(' ')
  return cut < 0 ? null : { leaf: field.slice(0, cut) as Leaf, key: field.slice(cut + 1) }
}

const methodOf = (view: CacheView, key: string) => view.methods.find((method) => method.key === key)

function presentOf(view: CacheView, field: string): Value {
  if (field === 'enabled') return view.enabled
  if (field === 'size') return view.size
  const parts = partsOf(field)
  if (!parts) return null
  return (parts.key === allMethods ? view.default : methodOf(view, parts.key))?.[parts.leaf] ?? null
}

export interface Cell {
  value: Value
  edited: boolean
  /** Somebody else changed it since the edit began. */
  moved: { over: Value; present: Value } | null
}

/** A field as it's wanted. A method without settings of its own follows the default, edited or not. */
export function cellOf(view: CacheView, draft: CacheDraft, field: string): Cell {
  const present = presentOf(view, field)
  const edit = draft[field]
  if (edit && edit.value !== present)
    return { value: edit.value, edited: true, moved: edit.over === present ? null : { over: edit.over, present } }
  const parts = partsOf(field)
  const follows = parts && parts.key !== allMethods && methodOf(view, parts.key)?.own === false
  if (follows) return { ...cellOf(view, draft, fieldOf(allMethods, parts.leaf)), edited: false, moved: null }
  return { value: present, edited: false, moved: null }
}

export function withEdit(view: CacheView, draft: CacheDraft, field: string, value: Value): CacheDraft {
  const edit = draft[field]
  const present = presentOf(view, field)
  return { ...draft, [field]: { value, over: edit && edit.value !== present ? edit.over : present } }
}

export function withoutEdit(draft: CacheDraft, field: string): CacheDraft {
  const { [field]: _dropped, ...rest } = draft
  return rest
}

/** The edit stays, and what is there now is what it was made over. */
export const rebased = (view: CacheView, draft: CacheDraft, field: string): CacheDraft => ({
  ...draft,
  [field]: { value: draft[field]?.value ?? null, over: presentOf(view, field) },
})

/** What a method's settings will be. */
export function wantedOf(view: CacheView, draft: CacheDraft, key: string): CacheChoice & { cacheTtlInSeconds: number } {
  const at = (leaf: Leaf) => cellOf(view, draft, fieldOf(key, leaf)).value
  return {
    cachingEnabled: at('cachingEnabled') === true,
    cacheTtlInSeconds: Number(at('cacheTtlInSeconds') ?? Number.NaN),
    cacheDataEncrypted: at('cacheDataEncrypted') === true,
    requireAuthorizationForCacheControl: at('requireAuthorizationForCacheControl') === true,
    unauthorizedCacheControlHeaderStrategy: unauthorizedStrategies.find(
      (known) => known === at('unauthorizedCacheControlHeaderStrategy'),
    )!,
  }
}

/** The cluster as it will be; one that is turned on without a size gets the smallest. */
export function wantedCluster(view: CacheView, draft: CacheDraft) {
  const enabled = cellOf(view, draft, 'enabled').value === true
  const wanted = cellOf(view, draft, 'size').value
  return { enabled, size: cacheSizes.find((known) => known === wanted) ?? '0.5' }
}

/** Fields that differ from what is in force; the size of a cluster that will be off is none. */
function editedFields(view: CacheView, draft: CacheDraft): string[] {
  const { enabled } = wantedCluster(view, draft)
  return Object.keys(draft).filter((field) => cellOf(view, draft, field).edited && (field !== 'size' || enabled))
}

export interface MovedField {
  field: string
  label: string
  over: Value
  present: Value
  value: Value
}

const labels: Record<Leaf, string> = {
  cachingEnabled: 'caching',
  cacheTtlInSeconds: 'time to live',
  cacheDataEncrypted: 'encryption',
  requireAuthorizationForCacheControl: 'permission to refresh',
  unauthorizedCacheControlHeaderStrategy: 'what callers without permission get',
}

function labelOf(view: CacheView, field: string): string {
  const parts = partsOf(field)
  if (!parts) return field === 'size' ? 'Size' : 'Cache cluster'
  const name = parts.key === allMethods ? 'All methods' : (methodOf(view, parts.key)?.name ?? parts.key)
  return `${name}: ${labels[parts.leaf]}`
}

/** All of the edits together: how many, what changed under them, what is wrong, and what `cache.save` is told. */
export function summaryOf(view: CacheView, draft: CacheDraft) {
  const fields = editedFields(view, draft)
  const moved = fields.flatMap((field): MovedField[] => {
    const cell = cellOf(view, draft, field)
    return cell.moved ? [{ field, label: labelOf(view, field), value: cell.value, ...cell.moved }] : []
  })
  const bad = fields.filter((field) => {
    const { value } = cellOf(view, draft, field)
    return partsOf(field)?.leaf === 'cacheTtlInSeconds' && ttlProblem(typeof value === 'number' ? value : null)
  })
  const methods: CacheEdits['methods'] = {}
  for (const field of fields) {
    const parts = partsOf(field)
    if (parts) methods[parts.key] = { ...methods[parts.key], [parts.leaf]: cellOf(view, draft, field).value }
  }
  const cluster = wantedCluster(view, draft)
  const edits: CacheEdits = {
    ...(fields.includes('enabled') && { enabled: cluster.enabled }),
    ...(cluster.enabled && cluster.size !== view.size && { size: cluster.size }),
    methods,
  }
  return {
    count: fields.length,
    moved,
    problem: bad.length > 0 ? `Put right: ${bad.map((field) => labelOf(view, field)).join(', ')}.` : null,
    edits,
  }
}
