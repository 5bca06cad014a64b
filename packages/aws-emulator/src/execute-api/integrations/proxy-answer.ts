import { z } from 'zod'
import type { Exchange, StageAnswer } from '../exchange.ts'
import { firstAccepted, isBinary } from '../media-type.ts'

const scalar = z.union([z.string(), z.number(), z.boolean()])

/** What a function may return behind a proxy integration: any other key makes it malformed (recorded). */
const contract = z.strictObject({
  statusCode: z.union([z.int(), z.string().regex(/^\d+$/)]).nullish(),
  headers: z.record(z.string(), scalar.nullable()).nullish(),
  multiValueHeaders: z.record(z.string(), z.array(scalar)).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
})

/** The answer out of a function's result, or undefined where that is malformed. Headers alone are a 200, `{}` isn't (recorded). */
export function proxyAnswer(payload: unknown, exchange: Exchange): StageAnswer | undefined {
  const result = readResult(payload)
  if (!result) return undefined
  const status = Number(result.statusCode ?? 200)
  if (status < 100 || status > 599) return undefined
  const headers = headersOf(result)
  if (!headers.some(([name]) => name.toLowerCase() === 'content-type')) {
    headers.push(['Content-Type', 'application/json'])
  }
  return { status, headers, body: bodyOf(result, exchange) }
}

type Result = z.output<typeof contract>

const known = new WeakMap<object, Result | undefined>()

/** Most functions return the same each time: that is checked once. */
function readResult(payload: unknown): Result | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined
  if (known.has(payload)) return known.get(payload)
  const result = contract.safeParse(payload).data
  const read = result && Object.keys(result).length > 0 ? result : undefined
  known.set(payload, read)
  return read
}

/** Those with several values come first, and one of the same name after them (recorded). */
function headersOf({ headers, multiValueHeaders }: Result): [string, string][] {
  return [
    ...Object.entries(multiValueHeaders ?? {}).flatMap(([name, values]) =>
      values.map((value): [string, string] => [name, String(value)]),
    ),
    ...Object.entries(headers ?? {}).flatMap(([name, value]): [string, string][] =>
      value === null ? [] : [[name, String(value)]],
    ),
  ].filter(([name, value]) => isHeader(name, value))
}

/** Node would refuse to send others; AWS drops them (guessed). */
const isHeader = (name: string, value: string) =>
  /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) && !/[^\t\x20-\x7e\x80-\xff]/.test(value)

/** Decoded only where the client accepts one of the API's binary types (recorded). */
function bodyOf({ body, isBase64Encoded }: Result, { snapshot, request }: Exchange): string | Buffer {
  const decodes = isBase64Encoded && isBinary(snapshot.binaryMediaTypes, firstAccepted(request.headers['accept']))
  return decodes ? Buffer.from(body ?? '', 'base64') : (body ?? '')
}
