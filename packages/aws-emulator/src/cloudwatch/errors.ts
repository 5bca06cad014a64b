import { AwsError } from '../lib/aws-error.ts'
import type { HttpAnswer } from '../protocol/request.ts'

/** Refused input. The modelled name and, for older clients, the query protocol's code (observed with the SDK). */
export const validationException = (message: string) => new AwsError('ValidationException', 400, message)

export const invalidNextToken = () => new AwsError('InvalidNextToken', 400, 'The next token specified is invalid.')

/** A 400, unlike API Gateway's 429 (documented by a third party). */
export const throttling = () => new AwsError('ThrottlingException', 400, 'Rate exceeded')

/** Names whose query code isn't the name itself. */
const queryCodes: Record<string, string> = {
  ValidationException: 'ValidationError',
  ThrottlingException: 'Throttling',
}

export function cloudWatchError(error: AwsError): HttpAnswer {
  const fault = error.status < 500 ? 'Sender' : 'Receiver'
  return {
    status: error.status,
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amzn-query-error': `${queryCodes[error.name] ?? error.name};${fault}`,
      ...error.headers,
    },
    body: JSON.stringify({ __type: `com.amazonaws.cloudwatch#${error.name}`, message: error.message }),
  }
}
