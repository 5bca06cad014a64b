import { AwsError } from '../lib/aws-error.ts'
import { restJson, writeShape } from './json-codec.ts'
import type { OperationSchema, Shape } from './operation-schema.ts'
import type { HttpAnswer } from './request.ts'

export function restJsonAnswer(operation: OperationSchema, output: unknown): HttpAnswer {
  const status = operation.http?.[2] ?? 200
  if (operation.output.isUnitSchema()) return { status, headers: {}, body: '' }
  const payload = payloadAnswer(operation.output, status, output)
  if (payload) return payload
  const body = writeShape(restJson, operation.output, output ?? {})
  return { status, headers: { 'content-type': 'application/json' }, body }
}

/** An output that is bytes (an export, a client): its body raw, its other members in the headers that the schema binds. */
function payloadAnswer(shape: Shape, status: number, output: unknown): HttpAnswer | undefined {
  const members = [...shape.structIterator()]
  const payload = members.find(([, member]) => member.getMergedTraits().httpPayload)
  if (!payload) return undefined
  const values = output as Record<string, unknown>
  const bound = members.flatMap(([name, member]): [string, string][] => {
    const { httpHeader } = member.getMergedTraits()
    return httpHeader && typeof values[name] === 'string' ? [[httpHeader.toLowerCase(), values[name]]] : []
  })
  return { status, headers: Object.fromEntries(bound), body: values[payload[0]] as Uint8Array }
}

export function restJsonError(error: AwsError): HttpAnswer {
  // Only IAM's refusals spell the key with a capital (recorded).
  const key = error.name === 'AccessDeniedException' ? 'Message' : 'message'
  return {
    status: error.status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': error.name, ...error.headers },
    body: JSON.stringify({ [key]: error.message }),
  }
}

/** Something broke in the emulator itself: AWS's bare 500, with the cause on stderr. */
export function asAwsError(error: unknown): AwsError {
  if (error instanceof AwsError) return error
  console.error(error)
  return new AwsError('InternalFailure', 500, 'An internal error occurred')
}
