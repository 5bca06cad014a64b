import { expect, test } from 'vitest'
import { shareStream, type Channel, type HoldLock, type TabMessage } from './shared-stream'

/** A browser as far as tabs share things: one lock with a queue, one channel that doesn't echo to its sender. */
function browser() {
  const queue: (() => void)[] = []
  const channels = new Set<Channel<string>>()
  let held = false
  const take = async (work: (held: boolean) => Promise<void>) => {
    held = true
    await work(true)
    held = false
    queue.shift()?.()
  }
  const holdLock: HoldLock = async (_name, { ifAvailable, signal }, work) => {
    if (!held) return take(work)
    if (ifAvailable) return work(false)
    await new Promise<void>((resolve) => queue.push(resolve))
    if (!signal?.aborted) await take(work)
    else queue.shift()?.()
  }
  const channel = (): Channel<string> => {
    const own: Channel<string> = {
      onmessage: null,
      postMessage(message: TabMessage<string>) {
        for (const other of channels) if (other !== own) other.onmessage?.({ data: message } as MessageEvent)
      },
    }
    channels.add(own)
    return own
  }
  return { holdLock, channel }
}

/** A server whose open streams the test feeds and breaks. */
function server() {
  const streams: { push: (event: string) => void; breakOff: () => void }[] = []
  const open = async (signal: AbortSignal): Promise<AsyncIterable<string>> => {
    const { readable, writable } = new TransformStream<string, string>()
    const writer = writable.getWriter()
    const breakOff = () => void writer.abort(new Error('gone')).catch(() => {})
    signal.addEventListener('abort', breakOff)
    streams.push({ push: (event) => void writer.write(event).catch(() => {}), breakOff })
    return readable
  }
  return { open, streams }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5))

function tab(shared: ReturnType<typeof browser>, remote: ReturnType<typeof server>) {
  const seen: string[] = []
  const stop = shareStream<string>({
    open: remote.open,
    onEvent: (event) => seen.push(event),
    onMissed: () => seen.push('missed'),
    onLive: (live) => seen.push(live ? 'live' : 'away'),
    isFinal: () => false,
    channel: shared.channel(),
    holdLock: shared.holdLock,
    wait: () => Promise.resolve(),
    now: () => 0,
  })
  return { seen, stop }
}

test('ten tabs open one stream and all see its events', async () => {
  const [shared, remote] = [browser(), server()]
  const tabs = Array.from({ length: 10 }, () => tab(shared, remote))
  await settle()

  remote.streams[0]!.push('a')
  await settle()

  expect(remote.streams).toHaveLength(1)
  expect(tabs.map(({ seen }) => seen.at(-1))).toEqual(Array(10).fill('a'))
  for (const { stop } of tabs) stop()
})

test('when the reading tab goes another takes over, and all are told that something may be missed', async () => {
  const [shared, remote] = [browser(), server()]
  const [first, second, third] = [tab(shared, remote), tab(shared, remote), tab(shared, remote)]
  await settle()
  first.stop()
  await settle()

  remote.streams[1]!.push('b')
  await settle()

  expect(remote.streams).toHaveLength(2)
  expect(second.seen.slice(-3)).toEqual(['live', 'missed', 'b'])
  expect(third.seen.slice(-3)).toEqual(['live', 'missed', 'b'])
  expect(first.seen).not.toContain('b')
  second.stop()
  third.stop()
})

test('a broken stream is opened again, said to be away meanwhile', async () => {
  const [shared, remote] = [browser(), server()]
  const only = tab(shared, remote)
  await settle()
  remote.streams[0]!.breakOff()
  await settle()

  expect(only.seen).toEqual(['live', 'away', 'live', 'missed'])
  only.stop()
})
