import { AwsError } from '../lib/aws-error.ts'

/** Refused input. The modelled name and, for older clients, the query protocol's code (observed with the SDK). */
export const validationException = (message: string) => new AwsError('ValidationException', 400, message)

export const invalidNextToken = () => new AwsError('InvalidNextToken', 400, 'The next token specified is invalid.')
