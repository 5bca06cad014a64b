import * as client from '@aws-sdk/client-cloudwatch'
import type { GetMetricDataInput } from '@aws-sdk/client-cloudwatch'
import type { Emulator } from '../emulator.ts'
import { AwsError } from '../lib/aws-error.ts'
import { callerOf } from '../protocol/caller.ts'
import { checkRequired, checkShape, isRecord } from '../protocol/check-shape.ts'
import { awsJson, parseJson, readShape, writeShape } from '../protocol/json-codec.ts'
import { operationsOf, type OperationSchema } from '../protocol/operation-schema.ts'
import type { HttpRequest } from '../protocol/request.ts'
import { inputName } from '../protocol/rest-json-input.ts'
import type { ServiceCall } from '../protocol/service-call.ts'
import { throttling, validationException } from './errors.ts'
import { getMetricData } from './get-metric-data.ts'

const target = 'GraniteServiceVersion20100801.'
const operations = new Map(operationsOf(client).map((operation) => [operation.name, operation]))

export const isCloudWatch = ({ headers }: HttpRequest) => headers['x-amz-target']?.startsWith(target) ?? false

/** Finds the CloudWatch operation that a request in AWS JSON 1.0 means. */
export function cloudWatchCall(emulator: Emulator, request: HttpRequest): ServiceCall {
  const operation = operations.get((request.headers['x-amz-target'] ?? '').slice(target.length))
  if (!operation) throw new AwsError('UnknownOperationException', 400, 'The requested operation is not known')
  const place = callerOf(request)
  return {
    service: 'cloudwatch',
    operation: operation.name,
    place,
    throttled: throttling(),
    async run() {
      if (operation.name !== 'GetMetricData') throw notBuilt(operation.name)
      const input = readInput(operation, request)
      const { clock, traffic, settings } = emulator
      const output = await getMetricData({ traffic, place, now: clock.now() }, input, settings.canaryMetrics)
      const body = writeShape(awsJson, operation.output, output)
      return { status: 200, headers: { 'content-type': 'application/x-amz-json-1.0' }, body }
    },
  }
}

function readInput({ name, input: shape }: OperationSchema, request: HttpRequest): GetMetricDataInput {
  const body = parseJson(request.body)
  if (request.method !== 'POST' || !isRecord(body)) throw validationException('Expected a JSON object by POST')
  checkShape(shape, body, inputName(name))
  const input = readShape(awsJson, shape, body) as Record<string, unknown>
  checkRequired(shape, input, inputName(name))
  return input as unknown as GetMetricDataInput
}

const notBuilt = (operation: string) =>
  new AwsError('NotImplementedException', 501, `The emulator doesn't have the operation ${operation} of CloudWatch yet`)
