import { describe, expect, test } from 'vitest'
import { Events, type NumberedEvent } from './events.ts'

const clock = (worldSpeed: number) => ({ type: 'clock' as const, worldNow: '2026-11-24T12:00:00.000Z', worldSpeed })

async function take(reader: AsyncGenerator<NumberedEvent>, count: number): Promise<NumberedEvent[]> {
  const taken: NumberedEvent[] = []
  for (let n = 0; n < count; n++) taken.push((await reader.next()).value as NumberedEvent)
  return taken
}

describe('the event stream', () => {
  test('brings each event to everyone, with ids', async () => {
    const events = new Events('run')
    const [a, b] = [events.read(undefined, undefined), events.read(undefined, undefined)]
    const both = Promise.all([take(a, 2), take(b, 2)])
    await Promise.resolve()
    events.publish(clock(1))
    events.publish(clock(2))

    const [first, second] = await both
    expect(first).toEqual(second)
    expect(first.map(({ id }) => id)).toEqual(['run-1', 'run-2'])
  })

  test('gives one that comes back what it missed', async () => {
    const events = new Events('run')
    for (let n = 1; n <= 5; n++) events.publish(clock(n))

    expect((await take(events.read('run-3', undefined), 2)).map(({ id }) => id)).toEqual(['run-4', 'run-5'])
  })

  test.each(['run-0', 'other-3', 'nonsense'])(
    'tells of a gap when %s is too long ago or of another run',
    async (lastId) => {
      const events = new Events('run')
      for (let n = 1; n <= 2_000; n++) events.publish(clock(n))

      expect((await take(events.read(lastId, undefined), 1))[0]!.event).toEqual({ type: 'gap' })
    },
  )

  test('tells a reader that is too slow of a gap instead of keeping all for it', async () => {
    const events = new Events('run')
    const slow = events.read(undefined, undefined)
    const first = take(slow, 1)
    await Promise.resolve()
    for (let n = 1; n <= 1_200; n++) events.publish(clock(n))

    expect((await first)[0]!.event).toEqual({ type: 'gap' })
    expect((await take(slow, 1))[0]!.event).toMatchObject({ type: 'clock' })
  })

  test('ends, and forgets the reader, when the client leaves', async () => {
    const events = new Events('run')
    const client = new AbortController()
    const reading = events.read(undefined, client.signal).next()
    expect(events.readerCount).toBe(1)

    client.abort()

    expect((await reading).done).toBe(true)
    expect(events.readerCount).toBe(0)
  })
})
