import type { LiveEvent } from '@callboard/shared-types/activity/activity.schemas'

export interface NumberedEvent {
  id: string
  event: LiveEvent
}

/** How many past events a client that comes back can be given; after more, it's told of a gap. */
const kept = 1_000

/** How many events may wait for one slow reader before it's told of a gap instead. */
const maxBehind = 500

/** The process's events with ids `{run}-{number}`; a reader that names the last id it saw gets what came since. */
export class Events {
  readonly #run: string
  #last = 0
  #past: NumberedEvent[] = []
  readonly #readers = new Set<(item: NumberedEvent) => void>()

  constructor(run: string) {
    this.#run = run
  }

  publish(event: LiveEvent): void {
    const item = { id: `${this.#run}-${++this.#last}`, event }
    this.#past.push(item)
    if (this.#past.length > kept) this.#past = this.#past.slice(-kept / 2)
    for (const reader of this.#readers) reader(item)
  }

  get readerCount(): number {
    return this.#readers.size
  }

  async *read(lastId: string | undefined, signal: AbortSignal | undefined): AsyncGenerator<NumberedEvent> {
    const queue = this.#since(lastId)
    let wake = () => {}
    const reader = (item: NumberedEvent) => {
      if (queue.length >= maxBehind) queue.splice(0, queue.length, { id: item.id, event: { type: 'gap' } })
      else queue.push(item)
      wake()
    }
    const stop = () => wake()
    this.#readers.add(reader)
    signal?.addEventListener('abort', stop)
    try {
      while (!signal?.aborted) {
        const next = queue.shift()
        if (next) yield next
        else await new Promise<void>((resolve) => (wake = resolve))
      }
    } finally {
      this.#readers.delete(reader)
      signal?.removeEventListener('abort', stop)
    }
  }

  #since(lastId: string | undefined): NumberedEvent[] {
    if (lastId === undefined) return []
    const number = lastId.startsWith(`${this.#run}-`) ? Number(lastId.slice(this.#run.length + 1)) : Number.NaN
    const first = this.#last - this.#past.length
    if (Number.isInteger(number) && number >= first && number <= this.#last) return this.#past.slice(number - first)
    return [{ id: `${this.#run}-${this.#last}`, event: { type: 'gap' } }]
  }
}
