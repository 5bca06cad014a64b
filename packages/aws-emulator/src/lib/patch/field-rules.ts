import { lenientBoolean, type PatchRule } from './apply-patch.ts'
import { unescapePointer } from './pointer.ts'

/** `replace /{field}` with a text; where `clearable`, an empty one makes the field absent (guessed: the API knows no other way). */
export function textRule<Draft extends object>(
  field: keyof Draft & string,
  { clearable = false, check = (_: string): void => {} } = {},
): PatchRule<Draft> {
  return {
    path: `/${field}`,
    replace(draft, { value }) {
      check(value)
      Object.assign(draft, { [field]: clearable ? value || undefined : value })
    },
  }
}

export function booleanRule<Draft extends object>(field: keyof Draft & string): PatchRule<Draft> {
  return { path: `/${field}`, replace: (draft, { value }) => Object.assign(draft, { [field]: lenientBoolean(value) }) }
}

/** `add`, `replace` and `remove` of `/{field}/{key}`; the key is unescaped, an empty map becomes absent. */
export function mapRule<Draft extends object, Value>(
  field: keyof Draft & string,
  { read, missing }: { read: (text: string, key: string, draft: Draft) => Value; missing?: (key: string) => Error },
): PatchRule<Draft> {
  const mapOf = (draft: Draft) => new Map(Object.entries((draft[field] as Record<string, Value> | undefined) ?? {}))
  const keep = (draft: Draft, map: Map<string, Value>) =>
    Object.assign(draft, { [field]: map.size > 0 ? Object.fromEntries(map) : undefined })
  const set: PatchRule<Draft>['add'] = (draft, { value, names }) => {
    const key = unescapePointer(names['key'] ?? '')
    keep(draft, mapOf(draft).set(key, read(value, key, draft)))
  }
  return {
    path: `/${field}/{key}`,
    add: set,
    replace: set,
    remove(draft, { names }) {
      const map = mapOf(draft)
      const key = unescapePointer(names['key'] ?? '')
      if (!map.delete(key) && missing) throw missing(key)
      keep(draft, map)
    },
  }
}
