import { JsonCodec } from '@aws-sdk/core/protocols'
import { AwsError } from '../lib/aws-error.ts'
import type { Shape } from './operation-schema.ts'

const epochSeconds = 7

/** API Gateway v1 renames list members on the wire (`items` is `item`); its timestamps are epoch seconds (recorded). */
export const restJson = new JsonCodec({ jsonName: true, timestampFormat: { useTrait: true, default: epochSeconds } })

/** AWS JSON 1.0 knows no renames. */
export const awsJson = new JsonCodec({ jsonName: false, timestampFormat: { useTrait: true, default: epochSeconds } })

export function parseJson(body: Buffer): unknown {
  try {
    return body.length === 0 ? {} : JSON.parse(body.toString('utf8'))
  } catch {
    throw new AwsError('SerializationException', 400, 'Unable to parse the request body as JSON')
  }
}

/** Reads a checked value; what the codec still can't read (a date out of range) is the caller's mistake. */
export function readShape(codec: JsonCodec, shape: Shape, value: Record<string, unknown>): unknown {
  try {
    return codec.createDeserializer().readObject(shape, value as never)
  } catch (error) {
    throw new AwsError('SerializationException', 400, error instanceof Error ? error.message : 'Unreadable value')
  }
}

export function writeShape(codec: JsonCodec, shape: Shape, value: unknown): string {
  const serializer = codec.createSerializer()
  serializer.write(shape, value)
  return serializer.flush() as string
}
