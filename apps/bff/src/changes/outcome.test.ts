import { describe, expect, test } from 'vitest'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { ASK_AGAIN, factsOf, judge } from './outcome.ts'
import type { RowBody, StoredRow } from './rows.ts'

const at = (deploymentId: string, description?: string): StageConfig => ({
  deploymentId,
  cacheClusterEnabled: false,
  tracingEnabled: false,
  ...(description ? { description } : {}),
})

const operation = { service: 'apigateway' as const, operation: 'UpdateStage', input: {} }
const pending = (...path: StageConfig[]): RowBody => ({
  kind: 'pending',
  path,
  operations: path.slice(1).map(() => operation),
})
const sent = (step: number): RowBody => ({ kind: 'sent', step, invocationId: `call-${step}` })
const ok = (step: number): RowBody => ({
  kind: 'answered',
  step,
  ok: true,
  requestId: null,
  sentence: '',
  proof: 'done',
})
const no = (step: number, proof: 'nothing_done' | 'unknown', sentence = 'AWS says no'): RowBody => ({
  kind: 'answered',
  step,
  ok: false,
  requestId: null,
  sentence,
  proof,
})

const rows = (...bodies: RowBody[]): StoredRow[] =>
  [{ kind: 'planned' } as RowBody, ...bodies].map((body, n) => ({
    seq: n + 1,
    atMs: 0,
    processMs: 0,
    owner: 'x',
    body,
  }))

const verdict = (bodies: RowBody[], present?: StageConfig, stale = false) =>
  judge(factsOf(rows(...bodies)), present, stale)

describe('how a change ended', () => {
  const one = pending(at('a'), at('b'))
  const two = pending(at('a'), at('b'), at('c'))

  test.each([
    ['stopped before anything was written down', [], undefined, 'failed'],
    ['stopped before sending', [one], undefined, 'failed'],
    ['refused', [one, sent(0), no(0, 'nothing_done')], undefined, 'failed'],
    ['second of two refused', [two, sent(0), ok(0), sent(1), no(1, 'nothing_done')], undefined, 'partly_done'],
    ['stopped between two calls', [two, sent(0), ok(0)], undefined, 'partly_done'],
    ['acknowledged and shown', [one, sent(0), ok(0)], at('b'), 'done'],
    ['answer lost, shown', [one, sent(0)], at('b'), 'done'],
    ['answer lost, not shown', [one, sent(0)], at('a'), 'failed'],
    ['answer lost, something else shown', [one, sent(0)], at('x'), 'unclear'],
    ['server error, shown', [one, sent(0), no(0, 'unknown')], at('b'), 'done'],
    ['server error, not shown', [one, sent(0), no(0, 'unknown')], at('a'), 'failed'],
    ['second answer lost, shown', [two, sent(0), ok(0), sent(1)], at('c'), 'done'],
    ['second answer lost, not shown', [two, sent(0), ok(0), sent(1)], at('b'), 'partly_done'],
    ['first of two lost, shown', [two, sent(0)], at('b'), 'partly_done'],
    ['acknowledged, but the state before is shown', [one, sent(0), ok(0)], at('a'), 'unclear'],
  ])('%s: %s', (_name, bodies, present, status) => {
    expect(verdict(bodies, present)).toMatchObject({ status })
  })

  test('AWS is asked again while it may still show the state of before', () => {
    expect(verdict([one, sent(0)], at('a'), true)).toBe(ASK_AGAIN)
    expect(verdict([one, sent(0), ok(0)], at('a'), true)).toBe(ASK_AGAIN)
    expect(verdict([one, sent(0)], at('x'), true)).toBe(ASK_AGAIN)
  })

  test('a field that nobody here touched and that moved meanwhile is another change', () => {
    expect(verdict([one, sent(0), ok(0)], at('b', 'by somebody else'))).toMatchObject({
      status: 'done',
      metAnother: true,
      effects: [{ field: 'description', before: null, after: 'by somebody else' }],
    })
  })

  test('a touched field that somebody moved on right after is another change, not a doubt about ours', () => {
    expect(verdict([one, sent(0), ok(0)], at('x'))).toMatchObject({ status: 'done', metAnother: true })
  })

  test("AWS's own sentence is kept", () => {
    expect(verdict([one, sent(0), no(0, 'nothing_done', 'Deployment id does not exist')])).toMatchObject({
      outcome: 'Deployment id does not exist',
    })
  })
})
