import { AppError } from '../lib/errors.ts'

interface SdkError extends Error {
  $metadata?: { httpStatusCode?: number; requestId?: string }
  $response?: { statusCode?: number }
  $fault?: 'client' | 'server'
  code?: string
  retryAfterSeconds?: string
}

/** What a failed call proves of the act it asked for. */
export type Proof = 'nothing_done' | 'unknown'

export interface AwsFailure {
  error: AppError
  proof: Proof
  /** AWS asked us to come back later. */
  throttled: boolean
  retryAfterMs: number
}

const throttlingNames = new Set([
  'TooManyRequestsException',
  'Throttling',
  'ThrottlingException',
  'RequestLimitExceeded',
])
const credentialNames = new Set([
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'MissingAuthenticationTokenException',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'CredentialsProviderError',
  'IncompleteSignature',
])
/** CloudTrail and CloudWatch Logs answer these with 400, API Gateway with 403. */
const deniedNames = new Set(['AccessDeniedException', 'AccessDenied'])
/** Errors of a connection that was never made: nothing was sent. */
const unsentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/** The one translation of what the SDK throws (names and bodies: wire-protocols 8.4). AWS's sentence is kept as it is. */
export function awsFailure(thrown: unknown, operation: string): AwsFailure {
  const error = thrown as SdkError
  const status = error.$metadata?.httpStatusCode ?? error.$response?.statusCode
  const data = {
    operation,
    awsName: error.name || 'Error',
    awsSentence: sentenceOf(error, status),
    requestId: error.$metadata?.requestId ?? null,
  }
  const answer = (made: AppError, proof: Proof, throttled = false, retryAfterMs = 0) => ({
    error: made,
    proof,
    throttled,
    retryAfterMs,
  })

  if (throttlingNames.has(error.name)) {
    const retryAfterMs = (Number(error.retryAfterSeconds) || 1) * 1_000
    const text = 'AWS allows no more calls for the moment'
    return answer(
      new AppError('aws_throttled', text, { ...data, retryAfterMs }, thrown),
      'nothing_done',
      true,
      retryAfterMs,
    )
  }
  if (credentialNames.has(error.name))
    return answer(new AppError('aws_credentials', data.awsSentence, data, thrown), 'nothing_done')
  if (status === 403 || deniedNames.has(error.name)) return answer(denied(data, thrown), 'nothing_done')
  if (status === 404 && error.name === 'NotFoundException')
    return answer(
      new AppError('not_found', data.awsSentence, { what: operation, id: data.awsSentence }, thrown),
      'nothing_done',
    )
  // 501 is what AWS-compatible servers say of what they don't have: asking again won't help.
  if (status === 501 || (status !== undefined && status >= 400 && status < 500))
    return answer(new AppError('aws_refused', data.awsSentence, data, thrown), 'nothing_done')

  const unsent =
    status === undefined && unsentCodes.has(error.code ?? (error.cause as SdkError | undefined)?.code ?? '')
  const sentence =
    status === undefined ? `AWS can't be reached: ${data.awsSentence}` : `AWS failed: ${data.awsSentence}`
  return answer(new AppError('aws_unreachable', sentence, data, thrown), unsent ? 'nothing_done' : 'unknown')
}

/** A body that isn't AWS's, such as a proxy's page, comes out of the SDK as a syntax error (wire-protocols 8.4). */
function sentenceOf(error: SdkError, status: number | undefined): string {
  if (error instanceof SyntaxError && status !== undefined)
    return `The server answered ${status} with something that isn't AWS's`
  return error.message || 'AWS gave no sentence'
}

function denied(
  data: { awsSentence: string; operation: string; awsName: string; requestId: string | null },
  cause: unknown,
) {
  const [, action = data.operation, resource = '*'] =
    /not authorized to perform: (\S+)(?: on resource: (\S+))?/.exec(data.awsSentence) ?? []
  return new AppError('aws_denied', data.awsSentence, { ...data, action, resource }, cause)
}
