/** What goes between the tabs of one browser. */
export type TabMessage<E> =
  | { type: 'event'; event: E }
  | { type: 'missed' }
  | { type: 'live'; live: boolean }
  | { type: 'hello' }

export interface Channel<E> {
  postMessage(message: TabMessage<E>): void
  onmessage: ((event: MessageEvent<TabMessage<E>>) => void) | null
}

/** The part of `navigator.locks` this needs: runs `work` while the one lock of that name is held. */
export type HoldLock = (
  name: string,
  options: { ifAvailable?: boolean; signal?: AbortSignal },
  work: (held: boolean) => Promise<void>,
) => Promise<void>

export interface SharedStreamOptions<E> {
  open: (signal: AbortSignal) => Promise<AsyncIterable<E>>
  onEvent: (event: E) => void
  /** Events may have been missed: whatever is shown must be fetched anew. */
  onMissed: () => void
  onLive: (live: boolean) => void
  /** True where trying again is useless, such as when signed out. */
  isFinal: (error: unknown) => boolean
  channel: Channel<E>
  holdLock: HoldLock
  wait: (ms: number, signal: AbortSignal) => Promise<void>
  /** A clock that only goes forward, in milliseconds. */
  now: () => number
}

const lockName = 'callboard.events'
const retryMs = [500, 1_000, 2_000, 4_000]
/** A stream that ends sooner is no sign that all is well: a server that is going away answers too. */
const steadyMs = 10_000

/**
 * One event stream for all tabs of a browser, which over HTTP/1.1 has only six connections to a host. The tab that holds
 * the lock reads the stream and tells the others; when it goes, the browser hands the lock to the next.
 * @returns stops it in this tab
 */
export function shareStream<E>(options: SharedStreamOptions<E>): () => void {
  const { channel, holdLock, onEvent, onMissed, onLive } = options
  const stop = new AbortController()
  let leads = false
  let live = false

  const tell = (message: TabMessage<E>) => {
    hear(message)
    channel.postMessage(message)
  }
  const hear = (message: TabMessage<E>) => {
    if (message.type === 'event') onEvent(message.event)
    else if (message.type === 'missed') onMissed()
    else if (message.type === 'live') onLive((live = message.live))
    else if (leads) channel.postMessage({ type: 'live', live })
  }

  const lead = async (missed: boolean) => {
    leads = true
    for (let failures = 0; !stop.signal.aborted;) {
      const begun = options.now()
      try {
        const stream = await options.open(stop.signal)
        tell({ type: 'live', live: true })
        if (missed) tell({ type: 'missed' })
        for await (const event of stream) tell({ type: 'event', event })
      } catch (error) {
        if (stop.signal.aborted) return
        if (options.isFinal(error)) return tell({ type: 'live', live: true })
      }
      if (stop.signal.aborted) return
      missed = true
      if (options.now() - begun > steadyMs) failures = 0
      tell({ type: 'live', live: false })
      await options.wait(retryMs[Math.min(failures++, retryMs.length - 1)]!, stop.signal)
    }
  }

  const takePart = async () => {
    let took = false
    await holdLock(lockName, { ifAvailable: true }, async (held) => {
      if (!held) return
      took = true
      await lead(false)
    })
    if (took || stop.signal.aborted) return
    channel.postMessage({ type: 'hello' })
    await holdLock(lockName, { signal: stop.signal }, () => lead(true))
  }

  channel.onmessage = (event) => hear(event.data)
  takePart().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error
  })
  return () => {
    channel.onmessage = null
    stop.abort()
  }
}
