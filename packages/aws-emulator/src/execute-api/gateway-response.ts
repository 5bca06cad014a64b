/** The gateway's own answers, with the default status, message and `x-amzn-ErrorType` of the facts (7.7). */
export type GatewayResponse = { type: string; status: number; errorType: string; message: string }

/** Unknown route or wrong verb (recorded). */
export const missingAuthenticationToken: GatewayResponse = {
  type: 'MISSING_AUTHENTICATION_TOKEN',
  status: 403,
  errorType: 'MissingAuthenticationTokenException',
  message: 'Missing Authentication Token',
}

/** Unknown stage, or the default endpoint switched off (from memory). */
export const forbidden: GatewayResponse = {
  type: 'WAF_FILTERED',
  status: 403,
  errorType: 'ForbiddenException',
  message: 'Forbidden',
}

/** An integration that can't be called, such as one whose URI misses a stage variable (recorded). */
export const configurationError: GatewayResponse = {
  type: 'API_CONFIGURATION_ERROR',
  status: 500,
  errorType: 'InternalServerErrorException',
  message: 'Internal server error',
}

/** A function that failed or answered nonsense (recorded). */
export const badGateway: GatewayResponse = {
  type: 'DEFAULT_5XX',
  status: 502,
  errorType: 'InternalServerErrorException',
  message: 'Internal server error',
}

/** The type is LocalStack's: AWS's may be IntegrationTimeoutException. */
export const integrationTimeout: GatewayResponse = {
  type: 'INTEGRATION_TIMEOUT',
  status: 504,
  errorType: 'InternalServerErrorException',
  message: 'Endpoint request timed out',
}

/** An HTTP backend that can't be reached (from memory). */
export const networkError: GatewayResponse = {
  type: 'INTEGRATION_FAILURE',
  status: 504,
  errorType: 'InternalServerErrorException',
  message: 'Network error communicating with endpoint',
}
