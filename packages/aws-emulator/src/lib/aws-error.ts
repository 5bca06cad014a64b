/** An error as AWS answers it: a name for `x-amzn-ErrorType`, a status and a sentence. */
export class AwsError extends Error {
  readonly status: number
  readonly headers: Record<string, string>
  constructor(name: string, status: number, message: string, headers: Record<string, string> = {}) {
    super(message)
    this.name = name
    this.status = status
    this.headers = headers
  }
}

export const badRequest = (message: string) => new AwsError('BadRequestException', 400, message)
export const notFound = (message: string) => new AwsError('NotFoundException', 404, message)
export const conflict = (message: string) => new AwsError('ConflictException', 409, message)

/** `Retry-After` is modelled on this error; the SDK shows it as `retryAfterSeconds`. Text recorded (cloud-custodian#7100). */
export const tooManyRequests = (retryAfterSeconds = 1) =>
  new AwsError('TooManyRequestsException', 429, 'Too Many Requests', { 'retry-after': String(retryAfterSeconds) })

/** The framework's constraint check: every broken constraint in one sentence, joined by `; ` (recorded). */
export function validationError(broken: string[]): AwsError {
  const errors = broken.length === 1 ? 'error' : 'errors'
  return new AwsError(
    'ValidationException',
    400,
    `${broken.length} validation ${errors} detected: ${broken.join('; ')}`,
  )
}
