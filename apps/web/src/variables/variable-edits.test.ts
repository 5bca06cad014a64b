import { describe, expect, test } from 'vitest'
import type { StageVariables } from '@callboard/shared-types/variables/variables.schemas'
import { addedProblem, cellOf, namesOf, noEdits, rebased, summaryOf, withEdit, withoutEdit } from './variable-edits'

const stage = (variables: Record<string, string>, more: Partial<StageVariables> = {}): StageVariables => ({
  variables,
  canary: null,
  uses: null,
  usesUnknown: null,
  undefinedNames: [],
  unusedNames: [],
  otherStages: [],
  asOf: '2026-11-24T12:00:00.000Z',
  ...more,
})

const canary = { percentTraffic: 10, overrides: { alias: 'next' }, ownDeployment: true }

test('what isn’t edited follows the stage', () => {
  const draft = withEdit(stage({ a: '1', b: '2' }), noEdits, 'base', 'a', 'mine')
  const later = stage({ a: '1', b: 'theirs' })

  expect(cellOf(later, draft, 'base', 'b')).toMatchObject({ value: 'theirs', edited: false })
  expect(summaryOf(later, draft).edits).toEqual({ set: { a: 'mine' }, remove: [] })
})

describe('when the stage changes under an edit', () => {
  const draft = withEdit(stage({ a: '1' }), noEdits, 'base', 'a', 'mine')
  const later = stage({ a: 'theirs' })

  test('what was typed stays, and what moved is known', () => {
    expect(cellOf(later, draft, 'base', 'a')).toMatchObject({ value: 'mine', present: 'theirs', moved: { over: '1' } })
  })

  test('it stays moved while the typing goes on', () => {
    const typed = withEdit(later, draft, 'base', 'a', 'mine2')
    expect(cellOf(later, typed, 'base', 'a')).toMatchObject({ value: 'mine2', moved: { over: '1' } })
  })

  test('keeping mine makes it an edit over theirs', () => {
    const kept = rebased(later, draft, 'base', 'a')
    expect(cellOf(later, kept, 'base', 'a')).toMatchObject({ value: 'mine', moved: null })
  })

  test('taking theirs drops the edit', () => {
    expect(summaryOf(later, withoutEdit(draft, 'base', 'a')).count).toBe(0)
  })

  test('to what was typed, nothing is left to edit', () => {
    expect(summaryOf(stage({ a: 'mine' }), draft)).toMatchObject({ count: 0, problem: null })
  })

  test('by its removal, the row stays', () => {
    expect(namesOf(stage({}), draft)).toEqual(['a'])
    expect(cellOf(stage({}), draft, 'base', 'a')).toMatchObject({ present: null, moved: { over: '1' } })
  })
})

test('a name has one row, whether it is set, overridden, missing or edited', () => {
  const view = stage({ alias: 'live', b: '1' }, { canary, undefinedNames: ['missing'] })
  expect(namesOf(view, withEdit(view, noEdits, 'overrides', 'b', '2'))).toEqual(['alias', 'b', 'missing'])
})

test('edits become what is sent: set, removed, overridden and added', () => {
  const view = stage({ a: '1', b: '2' }, { canary })
  let draft = withEdit(view, noEdits, 'base', 'a', 'x')
  draft = withEdit(view, draft, 'base', 'b', null)
  draft = withEdit(view, draft, 'overrides', 'alias', null)
  draft = {
    ...draft,
    added: [
      { key: 1, name: 'c', value: '3' },
      { key: 2, name: '', value: '' },
    ],
  }

  expect(summaryOf(view, draft)).toEqual({
    count: 4,
    problem: null,
    edits: { set: { a: 'x', c: '3' }, remove: ['b'], overrides: { set: {}, remove: ['alias'] } },
  })
})

test('what AWS wouldn’t take is named and keeps the edits from being reviewed', () => {
  const view = stage({ a: '1' })
  const draft = withEdit(view, noEdits, 'base', 'a', '$LATEST')
  expect(cellOf(view, draft, 'base', 'a').problem).toContain('Invalid stage variable value: $LATEST.')
  expect(summaryOf(view, draft).problem).toBe('AWS wouldn’t take a.')
})

test('a row that is added needs a name of its own', () => {
  const view = stage({ a: '1' })
  const draft = { ...noEdits, added: [{ key: 1, name: 'a', value: 'x' }] }
  expect(addedProblem(view, draft, draft.added[0]!)).toBe('There is a row for a already.')
})

test('more than 100 variables are too many', () => {
  const view = stage(Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`v${n}`, 'x'])))
  const draft = { ...noEdits, added: [{ key: 1, name: 'one_more', value: 'x' }] }
  expect(summaryOf(view, draft).problem).toContain('at most 100')
})
