import type { Requests, Samples } from '../cloudwatch/samples.ts'

/** The same requests in fewer parts, one for each sample: as picks where there are few, else counted. */
export function sumUp(parts: Requests[]): Requests[] {
  const bySample = new Map<Samples, Uint16Array[]>()
  for (const { samples, picks } of parts) {
    const all = bySample.get(samples)
    if (!picks) continue
    if (all) all.push(picks)
    else bySample.set(samples, [picks])
  }
  return [...bySample].map(([samples, picks]) => {
    const count = picks.reduce((sum, { length }) => sum + length, 0)
    return count < samples.length
      ? { samples, picks: joined(picks, count) }
      : { samples, times: counted(picks, samples) }
  })
}

/** Gathers the picks of one sample; the room for them is kept for the next. */
export class PickList {
  static #room = new Uint16Array(1 << 16)
  #length = 0

  add(pick: number): void {
    if (this.#length === PickList.#room.length) {
      const room = new Uint16Array(this.#length * 2)
      room.set(PickList.#room)
      PickList.#room = room
    }
    PickList.#room[this.#length++] = pick
  }

  /** As picks where there are few, else counted. */
  requests(samples: Samples): Requests {
    const picks = PickList.#room.subarray(0, this.#length)
    return this.#length < samples.length
      ? { samples, picks: picks.slice() }
      : { samples, times: counted([picks], samples) }
  }
}

/** How much the requests take to keep, in numbers of two bytes. */
export const sizeOf = (parts: Requests[]): number =>
  parts.reduce((sum, { picks, times }) => sum + (picks?.length ?? times?.length ?? 0), 0)

function joined(picks: Uint16Array[], count: number): Uint16Array {
  const all = new Uint16Array(count)
  let length = 0
  for (const some of picks) {
    all.set(some, length)
    length += some.length
  }
  return all
}

function counted(picks: Uint16Array[], { length }: Samples): Uint16Array {
  const times = new Uint16Array(length)
  for (const some of picks) for (let index = 0; index < some.length; index++) times[some[index] ?? 0]! += 1
  return times
}
