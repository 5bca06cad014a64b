import { request as httpRequest, Agent as HttpAgent, type IncomingMessage } from 'node:http'
import { request as httpsRequest, Agent as HttpsAgent } from 'node:https'
import { processMs } from '../../lib/clock.ts'

export type BackendRequest = {
  url: URL
  method: string
  headers: [string, string][]
  body: string | Buffer
  timeoutMs: number
}

export type BackendReply =
  | { kind: 'answered'; latencyMs: number; status: number; headers: [string, string][]; body: Buffer }
  | { kind: 'timed out'; latencyMs: number }
  | { kind: 'failed'; latencyMs: number; reason: string }

/** Calls an HTTP backend once; redirects are answers like any other and aren't followed. */
export type CallBackend = (request: BackendRequest) => Promise<BackendReply>

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/
/** No payload may be longer (documented). */
const longestAnswer = 10 * 1024 * 1024

/** Backends on this machine and those that were allowed by name are reached, all others aren't. */
export function backendCaller(allowedHosts: string[]): CallBackend {
  const agents = { 'http:': new HttpAgent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) }
  const isAllowed = ({ hostname, host }: URL) =>
    loopback.test(hostname) || allowedHosts.includes(hostname) || allowedHosts.includes(host)

  return async (asked) => {
    const started = processMs()
    const latency = () => Math.round(processMs() - started)
    const { url, timeoutMs } = asked
    const agent = agents[url.protocol as keyof typeof agents]
    if (!agent || !isAllowed(url)) return { kind: 'failed', latencyMs: latency(), reason: `${url.host} isn't allowed` }
    const abort = new AbortController()
    const timer = setTimeout(() => abort.abort(), timeoutMs)
    try {
      const reply = await exchange(asked, agent, abort.signal)
      return { kind: 'answered', latencyMs: latency(), ...reply }
    } catch (error) {
      if (abort.signal.aborted) return { kind: 'timed out', latencyMs: timeoutMs }
      return { kind: 'failed', latencyMs: latency(), reason: error instanceof Error ? error.message : String(error) }
    } finally {
      clearTimeout(timer)
    }
  }
}

function exchange({ url, method, headers, body }: BackendRequest, agent: HttpAgent, signal: AbortSignal) {
  return new Promise<{ status: number; headers: [string, string][]; body: Buffer }>((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    const outgoing = send(url, { method, agent, signal, headers: groupedHeaders(headers) }, (incoming) => {
      readAnswer(incoming).then(resolve, reject)
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

function groupedHeaders(headers: [string, string][]): Record<string, string | string[]> {
  const grouped: Record<string, string[]> = {}
  for (const [name, value] of headers) (grouped[name] ??= []).push(value)
  return Object.fromEntries(
    Object.entries(grouped).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  )
}

async function readAnswer(incoming: IncomingMessage) {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > longestAnswer) throw new Error('The answer is longer than 10 MB')
    chunks.push(chunk)
  }
  const headers: [string, string][] = []
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    headers.push([incoming.rawHeaders[index] ?? '', incoming.rawHeaders[index + 1] ?? ''])
  }
  return { status: incoming.statusCode ?? 502, headers, body: Buffer.concat(chunks) }
}
