import { expect, test } from 'vitest'
import type { MethodRow, SettingsView } from '@callboard/shared-types/settings/settings.schemas'
import { countEdits, editField, editMethod, editTag, noEdits, toggleRemoval } from './edits'

const effective = {
  metricsEnabled: false,
  loggingLevel: 'OFF' as const,
  dataTraceEnabled: false,
  throttlingRateLimit: 10_000,
  throttlingBurstLimit: 5_000,
}
const row: MethodRow = { key: '~1pets/GET', name: 'GET /pets', effective, own: true, orphan: false, traceEndsAt: null }
const view = {
  description: 'till',
  tracingEnabled: false,
  accessLog: null,
  tags: { team: 'a' },
} as unknown as SettingsView

test('what is set back to what is in force is no edit', () => {
  const edited = editField(noEdits, view, 'description', 'the till')
  expect(countEdits(edited)).toBe(1)
  expect(editField(edited, view, 'description', 'till')).toEqual(noEdits)

  const limited = editMethod(noEdits, row, { throttlingRateLimit: 5, metricsEnabled: true })
  expect(countEdits(limited)).toBe(2)
  expect(editMethod(limited, row, { throttlingRateLimit: 10_000, metricsEnabled: false })).toEqual(noEdits)

  const tagged = editTag(noEdits, view, 'team', 'b')
  expect(countEdits(tagged)).toBe(1)
  expect(editTag(tagged, view, 'team', 'a')).toEqual(noEdits)
})

test('a tag that was never there is not taken away, one that is there is', () => {
  const made = editTag(noEdits, view, 'owner', 'x')
  expect(editTag(made, view, 'owner', null)).toEqual(noEdits)
  expect(editTag(noEdits, view, 'team', null)).toMatchObject({ removeTags: ['team'] })
})

test('an override that goes takes its edits along, and an edit keeps it after all', () => {
  const going = toggleRemoval(editMethod(noEdits, row, { throttlingRateLimit: 5 }), row.key)
  expect(going).toMatchObject({ methods: {}, removeOverrides: [row.key] })
  expect(editMethod(going, row, { throttlingRateLimit: 5 }).removeOverrides).toEqual([])
  expect(toggleRemoval(going, row.key)).toEqual(noEdits)
})
