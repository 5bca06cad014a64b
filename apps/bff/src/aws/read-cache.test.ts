import { describe, expect, test } from 'vitest'
import { ReadCache } from './read-cache.ts'

describe('the read cache', () => {
  const at = (start: number) => {
    let now = start
    let loads = 0
    const cache = new ReadCache(() => now)
    const read = (scope = 'a', load = async () => ++loads) => cache.read(scope, 'key', 1_000, load)
    return { cache, read, loads: () => loads, goTo: (ms: number) => (now = ms) }
  }

  test('asks once for many who ask at once', async () => {
    const { read, loads } = at(10_100)

    await Promise.all(Array.from({ length: 50 }, () => read()))

    expect(loads()).toBe(1)
  })

  test('keeps an answer till the next multiple of its time, whenever it was asked for', async () => {
    const { read, loads, goTo } = at(11_900)
    await read()
    goTo(11_999)
    await read()
    expect(loads()).toBe(1)

    goTo(12_001)
    await read()
    expect(loads()).toBe(2)
  })

  test('costs the same for fifty readers with timers of their own as for one', async () => {
    const cost = async (phases: number[]) => {
      const { read, loads, goTo } = at(10_000)
      const times = phases.flatMap((phase) => [0, 1_000, 2_000, 3_000].map((t) => t + phase)).toSorted((a, b) => a - b)
      for (const time of times) {
        goTo(10_000 + time)
        await read()
      }
      return loads()
    }

    expect(await cost(Array.from({ length: 50 }, (_, n) => n * 19))).toBe(await cost([0]))
  })

  test('a read that was under way before a write does not come back as new', async () => {
    const { cache, read } = at(10_000)
    let answerOld = (_: number) => {}
    const old = cache.read('a', 'key', 1_000, () => new Promise<number>((resolve) => (answerOld = resolve)))

    cache.drop('a')
    answerOld(-1)
    await old

    expect(await read()).toBe(1)
  })

  test('forgets what failed', async () => {
    const { read } = at(10_000)
    await expect(read('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away')

    expect(await read()).toBe(1)
  })
})
