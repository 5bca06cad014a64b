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
}

export type HttpAnswer = { status: number; headers: Record<string, string>; body: string | Uint8Array }

/** The largest document an import may bring (documented); nothing else comes near. */
const largestBody = 6 * 1024 * 1024

export async function readRequest(incoming: IncomingMessage): Promise<HttpRequest> {
  const [path, query] = splitOnce(incoming.url ?? '/', '?')
  const headers: Record<string, string | undefined> = {}
  for (const [name, value] of Object.entries(incoming.headers)) headers[name] = Array.isArray(value) ? value[0] : value
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largestBody) throw new AwsError('RequestTooLargeException', 413, 'Request Too Long')
    chunks.push(chunk)
  }
  return {
    method: incoming.method ?? 'GET',
    path,
    query: new URLSearchParams(query ?? ''),
    headers,
    body: unzipped(Buffer.concat(chunks), headers['content-encoding']),
  }
}

/** Clients zip what is big, such as many metrics at once. */
function unzipped(body: Buffer, encoding: string | undefined): Buffer {
  if (encoding !== 'gzip') return body
  try {
    return gunzipSync(body, { maxOutputLength: largestBody })
  } catch {
    throw new AwsError('SerializationException', 400, 'Unable to unzip the request body')
  }
}

export function splitOnce(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + mark.length)]
}
