import { machineNow } from '../lib/clock.ts'
import type { Authorized } from './caller.ts'
import { gatewayResponses, Refusal } from './gateway-response.ts'
import type { StageRequest } from './stage-request.ts'

const signed = /^AWS4-HMAC-SHA256\s+Credential=([^/,\s]+)\/[^,\s]*,.*\bSignature=([^,\s]*)/
/** How old a signature may be (documented for SigV4: five minutes; requests may come fifteen late). */
const oldest = 15 * 60 * 1000

export const isSigned = ({ headers }: StageRequest) => headers['authorization']?.startsWith('AWS4-') === true

/**
 * A method for IAM callers. Any secret will do, so that only what can't be a signature is found wrong; its date is the
 * caller's own, of the machine's clock and not the world's (guessed: 403 as expired).
 */
export function checkSignature(request: StageRequest): Authorized {
  if (!isSigned(request)) throw new Refusal(gatewayResponses.MISSING_AUTHENTICATION_TOKEN)
  const [, accessKey, signature = ''] = signed.exec(request.headers['authorization'] ?? '') ?? []
  if (!accessKey || !/^[0-9a-f]{64}$/.test(signature)) throw new Refusal(gatewayResponses.INVALID_SIGNATURE)
  const date = signingDate(request.headers['x-amz-date'])
  if (date !== undefined && machineNow() - date > oldest) throw new Refusal(gatewayResponses.EXPIRED_TOKEN)
  const accountId = /^\d{12}$/.test(accessKey) ? accessKey : '000000000000'
  const userArn = `arn:aws:iam::${accountId}:root`
  return { identity: { accessKey, accountId, caller: accessKey, user: accessKey, userArn } }
}

function signingDate(header: string | undefined): number | undefined {
  const [, date, hours, minutes, seconds] = /^(\d{8})T(\d{2})(\d{2})(\d{2})Z$/.exec(header ?? '') ?? []
  if (!date) return undefined
  return Date.parse(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T${hours}:${minutes}:${seconds}Z`)
}
