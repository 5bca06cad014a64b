import { AwsError } from '../lib/aws-error.ts'

/** Sentences of a missing group and stream and of what exists already were seen on AWS. */
export const groupNotFound = () =>
  new AwsError('ResourceNotFoundException', 400, 'The specified log group does not exist.')

export const streamNotFound = () =>
  new AwsError('ResourceNotFoundException', 400, 'The specified log stream does not exist.')

/** The sentence is guessed after the others. */
export const filterNotFound = () =>
  new AwsError('ResourceNotFoundException', 400, 'The specified metric filter does not exist.')

export const alreadyExists = (what: 'group' | 'stream') =>
  new AwsError('ResourceAlreadyExistsException', 400, `The specified log ${what} already exists`)

export const invalidParameter = (message: string) => new AwsError('InvalidParameterException', 400, message)
