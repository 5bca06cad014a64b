/** The gateway's own answers, with the default status, message and `x-amzn-ErrorType` of the facts (7.7). */
export type GatewayResponse = { status: number; errorType: string; message: string }

/** Unknown route or wrong verb (recorded). */
export const missingAuthenticationToken: GatewayResponse = {
  status: 403,
  errorType: 'MissingAuthenticationTokenException',
  message: 'Missing Authentication Token',
}

/** Unknown stage, or the default endpoint switched off (from memory). */
export const forbidden: GatewayResponse = { status: 403, errorType: 'ForbiddenException', message: 'Forbidden' }

/** An integration that can't be called, such as one whose URI misses a stage variable (recorded). */
export const configurationError: GatewayResponse = {
  status: 500,
  errorType: 'InternalServerErrorException',
  message: 'Internal server error',
}

/** A function that failed or answered nonsense (recorded). */
export const badGateway: GatewayResponse = {
  status: 502,
  errorType: 'InternalServerErrorException',
  message: 'Internal server error',
}

/** The type is LocalStack's: AWS's may be IntegrationTimeoutException. */
export const integrationTimeout: GatewayResponse = {
  status: 504,
  errorType: 'InternalServerErrorException',
  message: 'Endpoint request timed out',
}

/** An HTTP backend that can't be reached (from memory). */
export const networkError: GatewayResponse = {
  status: 504,
  errorType: 'InternalServerErrorException',
  message: 'Network error communicating with endpoint',
}
