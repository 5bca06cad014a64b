/** The closed list of what can go wrong, with the HTTP status of each. */
export const errorStatus = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  moved: 409,
  guard_rail: 422,
  aws_refused: 422,
  aws_denied: 403,
  aws_throttled: 429,
  aws_unreachable: 503,
  aws_credentials: 503,
  unclear: 502,
  read_only: 503,
} as const

export type ErrorCode = keyof typeof errorStatus
