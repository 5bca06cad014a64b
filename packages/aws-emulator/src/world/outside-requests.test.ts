import { expect, test } from 'vitest'
import type { Sample } from '../cloudwatch/samples.ts'
import { minuteMs } from './arrivals.ts'
import { OutsideRequests } from './outside-requests.ts'

const sample: Sample = {
  route: { resource: '/pets', verb: 'GET', detailed: false },
  status: 200,
  latencyMs: 6,
  integrationLatencyMs: undefined,
  isCanary: false,
}

const countOf = (requests: OutsideRequests, from: number, to: number) =>
  requests
    .between('stage', from, to)
    .reduce(
      (sum, { samples, times }) => sum + (times ? times.reduce((all, often) => all + often, 0) : samples.length),
      0,
    )

test('a minute that is over takes the room of what was unlike in it, and counts the same', () => {
  const requests = new OutsideRequests()
  const often = 200_000
  for (let index = 0; index < often; index++) {
    requests.record('stage', 'api', 0, { ...sample, latencyMs: 5 + (index % 3) }, false)
  }
  requests.record('stage', 'api', minuteMs, sample, false)
  const [first] = requests.between('stage', 0, minuteMs)
  // Three of a kind, each counted up to 65,535.
  expect(first?.samples.length).toBe(6)
  expect(countOf(requests, 0, minuteMs)).toBe(often)
})

test('endless traffic forgets the oldest minutes, and one endless minute as a whole', () => {
  const requests = new OutsideRequests({ mostKept: 1000, mostMinutes: 5 })
  for (let index = 0; index < 10 * minuteMs; index += 10) requests.record('stage', 'api', index, sample, false)
  expect(countOf(requests, 0, 5 * minuteMs)).toBe(0)
  expect(countOf(requests, 8 * minuteMs, 9 * minuteMs)).toBe(6000)
  expect(countOf(requests, 9 * minuteMs, 10 * minuteMs)).toBe(6000)
  for (let index = 0; index < 5000; index++) requests.record('still', 'api', 0, { ...sample, latencyMs: index }, false)
  expect(requests.between('still', 0, minuteMs)[0]?.samples.length).toBeLessThanOrEqual(1000)
})
