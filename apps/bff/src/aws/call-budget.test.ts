import { expect, test } from 'vitest'
import { CallBudget, type Priority } from './call-budget.ts'

const twoCalls = (ending = new AbortController().signal) =>
  new CallBudget({ calls: 2, windowMs: 60_000, concurrency: 10, reservedForWrites: 2 }, () => 0, ending)

/** Starts calls on a budget of two in a window that doesn't end here; @returns which of them could start. */
async function started(calls: Priority[]): Promise<Priority[]> {
  const budget = twoCalls()
  const begun: Priority[] = []
  for (const as of calls) void budget.run(async () => begun.push(as), as)
  await new Promise((resolve) => setImmediate(resolve))
  return begun
}

test('no more calls start than the window allows', async () => {
  expect(await started(['read', 'read', 'read', 'background'])).toEqual(['read', 'read'])
})

test('a write does not wait for what others read, as far as the reserve goes', async () => {
  expect(await started(['read', 'read', 'read', 'write', 'write', 'write'])).toEqual(['read', 'read', 'write', 'write'])
})

test('nor when nobody else waits either', async () => {
  expect(await started(['read', 'read', 'write'])).toEqual(['read', 'read', 'write'])
})

test('the reserve is for writes alone', async () => {
  expect(await started(['write', 'write', 'read', 'read'])).toEqual(['write', 'write'])
})

test('a job takes the window but for what is kept for people, who do not wait for it', async () => {
  const budget = new CallBudget(
    { calls: 4, windowMs: 60_000, concurrency: 10, keptFromBackground: 1 },
    () => 0,
    new AbortController().signal,
  )
  const begun: Priority[] = []
  const ask = (as: Priority) => void budget.run(async () => begun.push(as), as)
  for (const as of ['background', 'background', 'background', 'background'] as const) ask(as)
  await new Promise((resolve) => setImmediate(resolve))
  expect(begun).toEqual(['background', 'background', 'background'])
  expect(budget.use()).toMatchObject({ used: 3, allowed: 4, waiting: 1 })
  ask('read')
  await new Promise((resolve) => setImmediate(resolve))
  expect(begun).toEqual(['background', 'background', 'background', 'read'])
})

test('once Callboard ends, what nobody waits for is given up, in the queue and before it; a write is not', async () => {
  const ending = new AbortController()
  const budget = twoCalls(ending.signal)
  const call = async () => 'answer'
  await Promise.all([budget.run(call, 'read'), budget.run(call, 'read')])
  const [queued, write] = [budget.run(call, 'background'), budget.run(call, 'write')]
  ending.abort(new Error('Callboard is ending'))
  await expect(queued).rejects.toThrow('Callboard is ending')
  await expect(budget.run(call, 'background')).rejects.toThrow('Callboard is ending')
  expect(await write).toBe('answer')
})
