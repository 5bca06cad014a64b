import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openKillHouse } from './kill-house.ts'
import type { KillPoint } from './killing-proxy.ts'
import type { Orders } from './lead-stage.ts'
import { stores } from './stores.ts'

let house: Awaited<ReturnType<typeof openKillHouse>>

beforeAll(async () => {
  house = await openKillHouse()
})
afterAll(() => house.close())

/** Between one and three calls, and a death at some row, at some call, or at no particular point. */
const deaths = fc.record({
  calls: fc.integer({ min: 1, max: 3 }),
  at: fc.oneof(
    fc.record({ when: fc.constantFrom('before' as const, 'after' as const), row: fc.integer({ min: 1, max: 5 }) }),
    fc.record({
      point: fc.constantFrom<KillPoint>('before the act', 'after the act', 'after the answer'),
      call: fc.integer({ min: 1, max: 3 }),
    }),
  ),
})

const runs = 100

describe.each(stores)('$name', ({ location }) => {
  test(`of ${runs} killed changes each ends as what AWS shows`, async () => {
    let killed = 0
    for (const { calls, at } of fc.sample(deaths, { numRuns: runs, seed: 3 })) {
      const states: Orders['states'] = [...house.twoCalls, { description: 'after all three' }].slice(0, calls)
      const store = await location(await house.begin())
      const death =
        'row' in at
          ? house.runAndDie({ states, store, kill: at })
          : house.runAndDie({ states, store }, (kill) =>
              house.proxy.killAt({ point: at.point, call: Math.min(at.call, calls), kill }),
            )
      // On a machine that stood still for longer than a lease it ends by itself; what it says must be true all the same.
      await death.then(
        () => killed++,
        () => {},
      )

      const changes = await house.startAgain(store)

      await house.expectTruth(changes[0], states)
      house.end()
    }
    expect(killed).toBeGreaterThan(runs * 0.9)
  })
})
