import type { GatewayResponseType } from '@aws-sdk/client-api-gateway'

/** One of the gateway's own answers; `type` is what an API customises. `key` is what its message is called in the body. */
export type GatewayResponse = {
  type: GatewayResponseType
  status: number
  errorType: string
  message: string | null
  key?: 'Message'
}

/**
 * The defaults of the facts (7.7). Types marked "guessed" are LocalStack's or made after them; the statuses and messages
 * are documented or recorded, except where said.
 */
export const gatewayResponses = {
  /** By an authorizer; type guessed. */
  ACCESS_DENIED: of(
    'ACCESS_DENIED',
    403,
    'AccessDeniedException',
    'User is not authorized to access this resource',
    'Message',
  ),
  API_CONFIGURATION_ERROR: of('API_CONFIGURATION_ERROR', 500, 'InternalServerErrorException', 'Internal server error'),
  AUTHORIZER_CONFIGURATION_ERROR: of('AUTHORIZER_CONFIGURATION_ERROR', 500, 'AuthorizerConfigurationException', null),
  /** Type guessed. */
  AUTHORIZER_FAILURE: of('AUTHORIZER_FAILURE', 500, 'AuthorizerFailureException', null),
  BAD_REQUEST_BODY: of('BAD_REQUEST_BODY', 400, 'BadRequestException', 'Invalid request body'),
  BAD_REQUEST_PARAMETERS: of('BAD_REQUEST_PARAMETERS', 400, 'BadRequestException', 'Invalid request parameters'),
  /** Type guessed. */
  EXPIRED_TOKEN: of(
    'EXPIRED_TOKEN',
    403,
    'ExpiredTokenException',
    'The security token included in the request is expired',
  ),
  /** A backend that can't be reached; message from memory. */
  INTEGRATION_FAILURE: of(
    'INTEGRATION_FAILURE',
    504,
    'InternalServerErrorException',
    'Network error communicating with endpoint',
  ),
  /** Type LocalStack's: AWS's may be IntegrationTimeoutException. */
  INTEGRATION_TIMEOUT: of('INTEGRATION_TIMEOUT', 504, 'InternalServerErrorException', 'Endpoint request timed out'),
  INVALID_API_KEY: of('INVALID_API_KEY', 403, 'ForbiddenException', 'Forbidden'),
  /** Type guessed. */
  INVALID_SIGNATURE: of(
    'INVALID_SIGNATURE',
    403,
    'InvalidSignatureException',
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
  ),
  MISSING_AUTHENTICATION_TOKEN: of(
    'MISSING_AUTHENTICATION_TOKEN',
    403,
    'MissingAuthenticationTokenException',
    'Missing Authentication Token',
  ),
  QUOTA_EXCEEDED: of('QUOTA_EXCEEDED', 429, 'LimitExceededException', 'Limit Exceeded'),
  /** Type guessed. */
  REQUEST_TOO_LARGE: of('REQUEST_TOO_LARGE', 413, 'RequestTooLargeException', 'Request Too Long'),
  /** Type guessed. */
  RESOURCE_NOT_FOUND: of('RESOURCE_NOT_FOUND', 404, 'NotFoundException', 'Not Found'),
  THROTTLED: of('THROTTLED', 429, 'TooManyRequestsException', 'Too Many Requests'),
  UNAUTHORIZED: of('UNAUTHORIZED', 401, 'UnauthorizedException', 'Unauthorized'),
  UNSUPPORTED_MEDIA_TYPE: of('UNSUPPORTED_MEDIA_TYPE', 415, 'BadRequestException', 'Unsupported Media Type'),
  /** By a web ACL. */
  WAF_FILTERED: of('WAF_FILTERED', 403, 'ForbiddenException', 'Forbidden'),
} as const satisfies Partial<Record<GatewayResponseType, GatewayResponse>>

function of(
  type: GatewayResponseType,
  status: number,
  errorType: string,
  message: string | null,
  key?: 'Message',
): GatewayResponse {
  return key ? { type, status, errorType, message, key } : { type, status, errorType, message }
}

/** Unknown stage, or the default endpoint switched off (from memory): no deployment, so nothing is customised. */
export const forbidden = gatewayResponses.WAF_FILTERED

/** A function that failed or answered nonsense (recorded); that it is reported as DEFAULT_5XX is guessed. */
export const badGateway = of('DEFAULT_5XX', 502, 'InternalServerErrorException', 'Internal server error')

/** Ends a request with one of the gateway's own answers. `detail` is what the execution log says of it. */
export class Refusal extends Error {
  readonly response: GatewayResponse
  constructor(response: GatewayResponse, detail = '') {
    super(detail)
    this.response = response
  }
}
