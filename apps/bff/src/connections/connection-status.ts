import type { ConnectionStatus } from '@callboard/shared-types/connections/connections.schemas'
import type { ErrorCode } from '@callboard/shared-types/lib/error-codes'
import { toInstant } from '@callboard/shared-types/lib/instant'
import { readAccount } from '../aws/account.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { AppError } from '../lib/errors.ts'

/** What a failure to ask for the account says of the connection. */
const states: Partial<Record<ErrorCode, ConnectionStatus['state']>> = {
  aws_throttled: 'throttled',
  aws_denied: 'denied',
  aws_credentials: 'no_credentials',
  aws_unreachable: 'unreachable',
}

/** Whether AWS answers; a connection that is broken is an answer, not an error. @throws not_found */
export async function connectionStatus(ctx: Ctx, input: { connection: string }): Promise<ConnectionStatus> {
  const connection = ctx.connections.get(input.connection)
  const common = { budget: connection.gateway.use(), asOf: toInstant(ctx.clocks.worldMs()) }
  try {
    const { cloudwatchRoleArn, throttleSettings } = await readAccount(connection)
    const { rateLimit, burstLimit } = throttleSettings ?? {}
    const throttle = rateLimit === undefined || burstLimit === undefined ? null : { rateLimit, burstLimit }
    return { ...common, state: 'reachable', sentence: null, logRoleArn: cloudwatchRoleArn ?? null, throttle }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { code, message } = error as AppError
    return { ...common, state: states[code] ?? 'refused', sentence: message, logRoleArn: null, throttle: null }
  }
}
