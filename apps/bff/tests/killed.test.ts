import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openKillHouse } from './kill-house.ts'
import type { KillPoint } from './killing-proxy.ts'
import { emptyStore, stores } from './stores.ts'

let house: Awaited<ReturnType<typeof openKillHouse>>
let folder: string

beforeAll(async () => {
  house = await openKillHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  folder = await house.begin()
})
afterEach(() => house.end())

const rowPoints = [1, 2, 3, 4, 5].flatMap((row) => [
  { when: 'before' as const, row },
  { when: 'after' as const, row },
])
const callPoints: KillPoint[] = ['before the act', 'after the act', 'after the answer']

describe.each(stores)('killed in the middle of a change, on $name', ({ location }) => {
  test.each(rowPoints)('$when row $row: it ends as what AWS shows', async (kill) => {
    const store = await location(folder)
    await house.runAndDie({ states: house.oneCall, kill, store })

    const changes = await house.startAgain(store)

    expect(changes.length).toBeLessThanOrEqual(1)
    await house.expectTruth(changes[0], house.oneCall)
  })

  test.each(callPoints)('%s: it ends as what AWS shows', async (point) => {
    const store = await location(folder)
    const start = (kill: () => void) => house.proxy.killAt({ point, call: 1, kill })
    await house.runAndDie({ states: house.oneCall, store }, start)

    const changes = await house.startAgain(store)

    expect(changes).toHaveLength(1)
    await house.expectTruth(changes[0], house.oneCall)
  })
})

describe('killed in the middle of a change of two calls', () => {
  test.each(
    [3, 4, 5, 6, 7].flatMap((row) => [
      { when: 'before' as const, row },
      { when: 'after' as const, row },
    ]),
  )('$when row $row: it ends as what AWS shows', async (kill) => {
    await house.runAndDie({ states: house.twoCalls, kill, store: emptyStore(folder) })

    const changes = await house.startAgain(emptyStore(folder))

    await house.expectTruth(changes[0], house.twoCalls)
  })

  test.each(callPoints)('%s of the second: it ends as what AWS shows', async (point) => {
    await house.runAndDie({ states: house.twoCalls, store: emptyStore(folder) }, (kill) =>
      house.proxy.killAt({ point, call: 2, kill }),
    )

    const changes = await house.startAgain(emptyStore(folder))

    await house.expectTruth(changes[0], house.twoCalls)
  })
})

test('a change that somebody overtook while it was lost ends unclear, and says what was found', async () => {
  const third = house.prod.deployments.at(-1)!.id!
  const store = emptyStore(folder)
  await house.runAndDie({ states: house.oneCall, store }, (kill) =>
    house.proxy.killAt({ point: 'before the act', call: 1, kill }),
  )
  await house.prod.patch({ op: 'replace', path: '/deploymentId', value: third })

  const changes = await house.startAgain(store)

  expect(changes).toEqual([{ status: 'unclear', outcome: expect.stringContaining('neither') }])
})
