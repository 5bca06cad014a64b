import { JsonShapeDeserializer2, JsonShapeSerializer2 } from '@aws-sdk/core/protocols'
import { AwsError } from '../lib/aws-error.ts'
import type { Shape } from './operation-schema.ts'

const epochSeconds = 7

type Settings = ConstructorParameters<typeof JsonShapeSerializer2>[0]

/** API Gateway v1 renames list members on the wire (`items` is `item`); its timestamps are epoch seconds (recorded). */
export const restJson: Settings = { jsonName: true, timestampFormat: { useTrait: true, default: epochSeconds } }

/** AWS JSON 1.0 knows no renames. */
export const awsJson: Settings = { jsonName: false, timestampFormat: { useTrait: true, default: epochSeconds } }

export function parseJson(body: Buffer): unknown {
  try {
    return body.length === 0 ? {} : JSON.parse(body.toString('utf8'))
  } catch {
    throw new AwsError('SerializationException', 400, 'Unable to parse the request body as JSON')
  }
}

/** Reads a checked value; what the SDK still can't read (a date out of range) is the caller's mistake. */
export function readShape(settings: Settings, shape: Shape, value: Record<string, unknown>): unknown {
  try {
    return new JsonShapeDeserializer2(settings).readObject(shape, value as never)
  } catch (error) {
    throw new AwsError('SerializationException', 400, error instanceof Error ? error.message : 'Unreadable value')
  }
}

export function writeShape(settings: Settings, shape: Shape, value: unknown): Uint8Array {
  const serializer = new JsonShapeSerializer2(settings)
  serializer.write(shape, value)
  return serializer.flush()
}
