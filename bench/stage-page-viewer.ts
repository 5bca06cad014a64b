import { setTimeout as sleep } from 'node:timers/promises'

export interface Page {
  url: string
  cookie: string
  /** Of the stage, below the BFF's address. */
  path: string
}

const pollEveryMs = 15_000

/** What an open stage page asks for. */
const parts = ['', '/deployments', '/metrics?range=3h', '/alarms']

/**
 * Watches a stage page with some viewers, each with an event stream and polls of its own, spread over the poll's period.
 * @param forMs 0 loads the page once
 * @returns how many requests were made
 */
export async function watchStagePage(
  page: Page,
  { viewers, forMs }: { viewers: number; forMs: number },
): Promise<number> {
  const leaving = new AbortController()
  const begin = performance.now()
  const counts = await Promise.all(
    Array.from({ length: viewers }, async (_, n) => {
      const stream = forMs > 0 ? readStream(page, leaving.signal) : Promise.resolve()
      let requests = 0
      for (let at = (n / viewers) * pollEveryMs * 0.9; at <= Math.max(0, forMs - 500); at += pollEveryMs) {
        await sleep(Math.max(0, begin + at - performance.now()))
        requests += (await Promise.all(parts.map((part) => load(page, part)))).length
      }
      return { requests, stream }
    }),
  )
  await sleep(Math.max(0, begin + forMs - 200 - performance.now()))
  leaving.abort()
  await Promise.all(counts.map(({ stream }) => stream))
  return counts.reduce((sum, { requests }) => sum + requests, 0)
}

async function load({ url, cookie, path }: Page, part: string): Promise<void> {
  const answer = await fetch(`${url}${path}${part}`, { headers: { cookie } })
  if (!answer.ok) throw new Error(`${part || 'the stage'}: ${answer.status} ${await answer.text()}`)
  await answer.arrayBuffer()
}

async function readStream({ url, cookie }: Page, signal: AbortSignal): Promise<void> {
  try {
    const answer = await fetch(`${url}/api/events`, { headers: { cookie }, signal })
    for await (const _chunk of answer.body!) if (signal.aborted) return
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
