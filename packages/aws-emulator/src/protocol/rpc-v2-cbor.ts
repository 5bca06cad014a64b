import { cbor, CborShapeSerializer2, tagSymbol } from '@smithy/core/cbor'
import { AwsError } from '../lib/aws-error.ts'
import { faultOf } from './aws-json.ts'
import { queryCodeOf, type ReadWire } from './rpc-service.ts'

const path = /^\/service\/([^/]+)\/operation\/([^/]+)$/
const headers = { 'smithy-protocol': 'rpc-v2-cbor', 'content-type': 'application/cbor' }

/** Smithy's RPC v2 with CBOR, which newer releases of botocore prefer: the operation is in the path. */
export const rpcV2CborWire: ReadWire = (service, request) => {
  const [, name, operation = ''] = path.exec(request.path) ?? []
  if (!service.cbor || name !== service.cbor.service) return undefined
  return {
    operation,
    body: () => plainBody(request.body),
    answer: ({ output: shape }, output) => ({
      status: 200,
      headers,
      body: written(shape.isUnitSchema() ? 15 : shape, output),
    }),
    error: ({ name: error, status, message, headers: more }) => ({
      status,
      headers: { ...headers, 'x-amzn-query-error': `${queryCodeOf(service, error)};${faultOf(status)}`, ...more },
      body: cbor.serialize({ __type: `${service.errorNamespace}#${error}`, message }),
    }),
  }
}

function written(schema: unknown, output: unknown): Uint8Array {
  const serializer = new CborShapeSerializer2()
  serializer.write(schema as never, output ?? {})
  return serializer.flush()
}

function plainBody(body: Buffer): unknown {
  if (body.length === 0) return {}
  try {
    // The decoder complains aloud about what isn't CBOR at all; an input is a map.
    if (body[0]! >> 5 === majorMap) return plain(cbor.deserialize(body))
  } catch {
    // Said below.
  }
  throw new AwsError('SerializationException', 400, 'Unable to parse the request body as CBOR')
}

/** The kind of a CBOR value that has keys. */
const majorMap = 5

/** As it would stand in JSON: an instant, which comes as a tagged number, is the number. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  if (tagSymbol in value && 'value' in value) return plain(value.value)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))
}
