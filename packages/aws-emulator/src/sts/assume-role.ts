import type { AssumeRoleRequest, AssumeRoleResponse } from '@aws-sdk/client-sts'
import { newId } from '../apigateway/call.ts'
import { AwsError, validationError } from '../lib/aws-error.ts'
import { dateOf, machineNow } from '../lib/clock.ts'
import { seedFrom } from '../lib/random.ts'
import type { RpcContext } from '../protocol/rpc-call.ts'
import { temporaryAccessKey } from './access-key.ts'
import { roleIdentity, writeSessionToken } from './identity.ts'

const role = /^arn:aws[a-z-]*:iam::(\d{12}):role\/[\w+=,.@/-]+$/
const sessionPattern = /^[\w+=,.@-]{2,64}$/
const defaultSeconds = 3600

/**
 * Any role can be assumed by anyone: no policy is looked at. The credentials reach the role's account. They expire by the
 * machine's clock, which is the one that clients compare with; nothing refuses them afterwards.
 */
export function assumeRole(context: RpcContext, input: AssumeRoleRequest): AssumeRoleResponse {
  const { RoleArn = '', RoleSessionName = '', DurationSeconds = defaultSeconds } = input
  checkInput(RoleSessionName, DurationSeconds)
  const [, account] = role.exec(RoleArn) ?? []
  // The sentence was seen on AWS for an ARN that isn't a role's.
  if (!account) throw new AwsError('ValidationError', 400, `${RoleArn} is invalid`)
  const session = { roleArn: RoleArn, sessionName: RoleSessionName }
  const { arn, userId } = roleIdentity(account, session)
  const nonce = newId({ unit: context.unit, seed: context.emulator.seed }, 40)
  return {
    Credentials: {
      AccessKeyId: temporaryAccessKey(account, seedFrom(nonce, 0)),
      SecretAccessKey: nonce,
      SessionToken: writeSessionToken(session),
      Expiration: dateOf(Math.floor(machineNow() / 1000) + DurationSeconds),
    },
    AssumedRoleUser: { Arn: arn, AssumedRoleId: userId },
  }
}

function checkInput(sessionName: string, seconds: number): void {
  const broken: string[] = []
  if (!sessionPattern.test(sessionName)) {
    broken.push(
      `Value '${sessionName}' at 'roleSessionName' failed to satisfy constraint: ` +
        'Member must satisfy regular expression pattern: [\\w+=,.@-]*',
    )
  }
  if (seconds < 900 || seconds > 43_200) {
    const [bound, limit] = seconds < 900 ? ['greater', 900] : ['less', 43_200]
    broken.push(
      `Value '${seconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value ${bound} than or equal to ${limit}`,
    )
  }
  if (broken.length > 0) throw validationError(broken)
}
