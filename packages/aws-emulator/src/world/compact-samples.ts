import { Samples, type Requests } from '../cloudwatch/samples.ts'

const mostTimes = 65_535

/** The same requests with those that are alike as one and a count. A minute that already has counts stays as it is. */
export function compacted(requests: Requests): Requests {
  const { samples, times: counted } = requests
  if (counted || samples.length < 2) return requests
  const alike = new Map<string, number>()
  const unlike: { at: number; times: number }[] = []
  for (let at = 0; at < samples.length; at++) {
    const key = samples.keyAt(at)
    const index = alike.get(key)
    const known = index === undefined ? undefined : unlike[index]
    if (known && known.times < mostTimes) known.times++
    else alike.set(key, unlike.push({ at, times: 1 }) - 1)
  }
  const fewer = new Samples(samples.apiName, unlike.length, samples.hasCache)
  for (const { at } of unlike) fewer.copy(samples, at)
  return { samples: fewer, times: Uint16Array.from(unlike, ({ times }) => times) }
}
