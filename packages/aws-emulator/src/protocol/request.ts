import type { IncomingMessage } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { AwsError } from '../lib/aws-error.ts'

/** An HTTP request as far as the services look at it: the path still percent-encoded, header names in lower case. */
export type HttpRequest = {
  method: string
  path: string
  query: URLSearchParams
  headers: Record<string, string | undefined>
  body: Buffer
  /** Names and values in turn, as they came: for stages, which hand them on. */
  rawHeaders: string[]
  rawQuery: string
  sourceIp: string
  /** The body was longer than allowed, and isn't kept. */
  tooLong: boolean
}

export type HttpAnswer = { status: number; headers: Record<string, string | string[]>; body: string | Uint8Array }

/** The largest document an import may bring (documented); nothing else of the control plane comes near. */
export const largestDocument = 6 * 1024 * 1024
/** What one may still send after that, read to its end so that the answer arrives. */
const patience = 64 * 1024 * 1024

/** A body that is longer than that many bytes isn't kept. */
export async function readRequest(incoming: IncomingMessage, largestBody: number): Promise<HttpRequest> {
  const [path, query = ''] = splitOnce(incoming.url ?? '/', '?')
  const headers: Record<string, string | undefined> = {}
  for (const [name, value] of Object.entries(incoming.headers)) headers[name] = Array.isArray(value) ? value[0] : value
  const { body, tooLong } = await readBody(incoming, largestBody)
  return {
    method: incoming.method ?? 'GET',
    path,
    query: new URLSearchParams(query),
    headers,
    body,
    rawHeaders: incoming.rawHeaders,
    rawQuery: query,
    sourceIp: incoming.socket.remoteAddress ?? '127.0.0.1',
    tooLong,
  }
}

/** Clients of services zip what is big, such as many metrics at once; a stage gets a body as it came. */
export function unzipped(request: HttpRequest): HttpRequest {
  if (request.headers['content-encoding'] !== 'gzip') return request
  try {
    return { ...request, body: gunzipSync(request.body, { maxOutputLength: largestDocument }) }
  } catch {
    throw new AwsError('SerializationException', 400, 'Unable to unzip the request body')
  }
}

const nothing = Buffer.alloc(0)

async function readBody(incoming: IncomingMessage, largest: number): Promise<{ body: Buffer; tooLong: boolean }> {
  const { headers } = incoming
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) {
    return { body: nothing, tooLong: false }
  }
  let chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= largest) chunks.push(chunk)
    else chunks = []
    if (size > patience) break
  }
  return { body: chunks.length === 1 ? (chunks[0] ?? nothing) : Buffer.concat(chunks), tooLong: size > largest }
}

export function splitOnce(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + mark.length)]
}
