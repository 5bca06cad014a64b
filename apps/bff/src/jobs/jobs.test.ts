import { afterEach, expect, test } from 'vitest'
import { Leases } from '../changes/leases.ts'
import { connect } from '../db/connect.ts'
import type { Services } from '../lib/context.ts'
import { makeLog } from '../lib/log.ts'
import { Jobs, type Job } from './jobs.ts'

const db = await connect({ sqlite: ':memory:' })
const stopping: AbortController[] = []
const stopped: Promise<void>[] = []

afterEach(async () => {
  for (const of of stopping.splice(0)) of.abort()
  await Promise.all(stopped.splice(0))
  await db.deleteFrom('lease').execute()
})

function house(owner: string, job: Pick<Job, 'run'> & Partial<Job>) {
  let worldMs = 0
  let passedMs = 0
  const clocks = { processMs: () => Date.now() + passedMs, worldMs: () => worldMs, worldSpeed: () => 0 }
  const jobs = new Jobs({
    jobs: [{ name: 'j', everyMs: 1, clock: 'process', firstAfterMs: 0, ...job }],
    services: {} as Services,
    leases: new Leases(db, clocks, owner, 300),
    clocks,
    log: makeLog('silent'),
    tickMs: 20,
  })
  const signal = new AbortController()
  stopping.push(signal)
  return {
    jobs,
    end: () => signal.abort(),
    start: () => jobs.start(signal.signal),
    advance: (ms: number) => void (worldMs += ms),
    pass: (ms: number) => void (passedMs += ms),
  }
}

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((done) => setTimeout(done, 20))
}

test('a job runs in one process at a time, and in the next when that one has ended', async () => {
  const ran: string[] = []
  const [one, two] = ['one', 'two'].map((owner) => house(owner, { run: async () => void ran.push(owner) }))
  one!.start()
  await until(() => ran.length > 0)
  two!.start()
  await until(() => ran.length > 2)
  expect(new Set(ran)).toEqual(new Set(['one']))

  one!.end()
  await one!.jobs.stopped()

  await until(() => ran.includes('two'))
  expect(ran.lastIndexOf('one')).toBeLessThan(ran.indexOf('two'))
  two!.end()
  await two!.jobs.stopped()
})

test('a job of the world clock waits for the world', async () => {
  let runs = 0
  const { start, advance, end, jobs } = house('one', { clock: 'world', everyMs: 60_000, run: async () => void runs++ })
  start()
  await until(() => runs === 1)
  await new Promise((done) => setTimeout(done, 100))
  expect(runs).toBe(1)
  advance(60_000)
  await until(() => runs === 2)
  end()
  await jobs.stopped()
})

test.each(['world', 'process'] as const)('its first run waits after the start, by the %s clock too', async (clock) => {
  let runs = 0
  const { start, advance, pass, end, jobs } = house('one', {
    clock,
    firstAfterMs: 60_000,
    run: async () => void runs++,
  })
  start()
  advance(3_600_000)
  await new Promise((done) => setTimeout(done, 100))
  expect(runs).toBe(0)
  pass(60_000)
  await until(() => runs > 0)
  end()
  await jobs.stopped()
})

test('one that fails runs again, and stopping waits for one that is under way', async () => {
  let runs = 0
  let ended = false
  const { start, end, jobs } = house('one', {
    run: async (_services, signal) => {
      if (++runs === 1) throw new Error('away')
      await new Promise((done) => signal.addEventListener('abort', done))
      ended = true
    },
  })
  start()
  await until(() => runs === 2)
  end()
  await jobs.stopped()
  expect(ended).toBe(true)
})
