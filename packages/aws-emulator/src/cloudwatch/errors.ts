import { AwsError } from '../lib/aws-error.ts'

/** Refused input, by the modelled name; the query protocol's code comes from the SDK's schema. */
export const validationException = (message: string) => new AwsError('ValidationException', 400, message)

export const invalidNextToken = () => new AwsError('InvalidNextToken', 400, 'The next token specified is invalid.')

export const invalidParameterValue = (message: string) => new AwsError('InvalidParameterValueException', 400, message)

export const invalidParameterCombination = (message: string) =>
  new AwsError('InvalidParameterCombinationException', 400, message)

export const missingParameter = (name: string) =>
  new AwsError('MissingRequiredParameterException', 400, `The parameter ${name} is required.`)
