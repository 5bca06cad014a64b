import type {
  MethodChoice,
  MethodRow,
  SettingsEdits,
  SettingsView,
} from '@callboard/shared-types/settings/settings.schemas'

/** What was edited and isn't sent yet, laid over whatever the stage is by now. */
export type Edits = SettingsEdits

export const noEdits: Edits = { methods: {}, removeOverrides: [], setTags: {}, removeTags: [] }

/** How many things differ from what is in force. */
export const countEdits = ({ methods, removeOverrides, setTags, removeTags, ...fields }: Edits): number =>
  Object.values(fields).filter((value) => value !== undefined).length +
  Object.values(methods).reduce((sum, choice) => sum + Object.keys(choice).length, 0) +
  removeOverrides.length +
  Object.keys(setTags).length +
  removeTags.length

/** Sets a field, or forgets the edit where it's back at what is in force. */
export function editField<K extends 'description' | 'tracingEnabled' | 'accessLog' | 'clientCertificateId'>(
  edits: Edits,
  view: SettingsView,
  field: K,
  value: SettingsView[K],
): Edits {
  const rest: Edits = { ...edits }
  delete rest[field]
  const same = JSON.stringify(view[field]) === JSON.stringify(value)
  return same ? rest : { ...rest, [field]: value }
}

/** Sets part of a method's settings, or forgets the edit where it's back at what is in force. */
export function editMethod(edits: Edits, { key, effective }: MethodRow, choice: Partial<MethodChoice>): Edits {
  const wanted = { ...edits.methods[key], ...choice }
  const kept = Object.entries(wanted).filter(([name, value]) => effective[name as keyof MethodChoice] !== value)
  const { [key]: _before, ...others } = edits.methods
  const methods = kept.length === 0 ? others : { ...others, [key]: Object.fromEntries(kept) }
  return { ...edits, methods, removeOverrides: edits.removeOverrides.filter((removed) => removed !== key) }
}

/** Marks a method's own settings to go, or to stay after all. */
export function toggleRemoval(edits: Edits, key: string): Edits {
  const { [key]: _edited, ...methods } = edits.methods
  const removed = edits.removeOverrides.includes(key)
  return {
    ...edits,
    methods,
    removeOverrides: removed ? edits.removeOverrides.filter((of) => of !== key) : [...edits.removeOverrides, key],
  }
}

/** @param value null takes the tag away */
export function editTag(edits: Edits, view: SettingsView, key: string, value: string | null): Edits {
  const { [key]: _before, ...setTags } = edits.setTags
  const removeTags = edits.removeTags.filter((removed) => removed !== key)
  if (value === null) return { ...edits, setTags, removeTags: key in view.tags ? [...removeTags, key] : removeTags }
  return { ...edits, removeTags, setTags: view.tags[key] === value ? setTags : { ...setTags, [key]: value } }
}
