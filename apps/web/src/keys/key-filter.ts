import type { KeyRow } from '@callboard/shared-types/keys/keys.schemas'

export const keyStates = ['enabled', 'disabled', 'no-plan'] as const
export type KeyState = (typeof keyStates)[number]

export const keySorts = ['name', '-name', 'created', '-created', 'owner', '-owner'] as const
export type KeySort = (typeof keySorts)[number]

export interface KeyFilter {
  /** Words that must all be there; `!word` must not. */
  text: string
  state?: KeyState | undefined
  planId?: string | undefined
}

/** A key with all that a word is looked for in, made ready once: ten thousand are filtered with each letter typed. */
export interface KeySubject {
  key: KeyRow
  text: string
}

export const subjectOf = (key: KeyRow, planNames: Map<string, string>): KeySubject => ({
  key,
  text: [key.name, key.id, key.owner, key.email, ...key.planIds.map((id) => planNames.get(id))]
    .join('\n')
    .toLowerCase(),
})

export const inState = ({ enabled, planIds }: KeyRow, state: KeyState): boolean =>
  state === 'no-plan' ? planIds.length === 0 : enabled === (state === 'enabled')

export function filterKeys(subjects: KeySubject[], { text, state, planId }: KeyFilter): KeySubject[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return subjects.filter(
    ({ key, text: of }) =>
      (!state || inState(key, state)) &&
      (!planId || key.planIds.includes(planId)) &&
      words.every((word) =>
        word.length > 1 && word.startsWith('!') ? !of.includes(word.slice(1)) : of.includes(word),
      ),
  )
}

const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

export function sortKeys(subjects: KeySubject[], sort: KeySort): KeySubject[] {
  const down = sort.startsWith('-') ? -1 : 1
  const by = sort.replace('-', '') as 'name' | 'created' | 'owner'
  const compare = {
    name: (a: KeyRow, b: KeyRow) => names.compare(a.name, b.name),
    // Keys without an owner stand last, whichever way.
    owner: (a: KeyRow, b: KeyRow) =>
      a.owner === null || b.owner === null
        ? down * (Number(a.owner === null) - Number(b.owner === null))
        : names.compare(a.owner, b.owner),
    created: (a: KeyRow, b: KeyRow) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0),
  }[by]
  return subjects.toSorted((a, b) => down * compare(a.key, b.key) || names.compare(a.key.name, b.key.name))
}
