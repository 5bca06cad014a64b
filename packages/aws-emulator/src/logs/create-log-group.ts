import type { CreateLogGroupRequest } from '@aws-sdk/client-cloudwatch-logs'
import { validationError } from '../lib/aws-error.ts'
import type { RpcContext } from '../protocol/rpc-call.ts'
import { alreadyExists } from './errors.ts'
import { logGroups, putGroup } from './log-groups.ts'

const namePattern = /^[.\-_/#A-Za-z0-9]{1,512}$/

export function createLogGroup(context: RpcContext, { logGroupName: name = '' }: CreateLogGroupRequest): void {
  if (!namePattern.test(name)) {
    throw validationError([
      `Value '${name}' at 'logGroupName' failed to satisfy constraint: ` +
        'Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+',
    ])
  }
  if (logGroups(context).some((group) => group.name === name)) throw alreadyExists('group')
  const { unit, now } = context
  putGroup(unit, { name, createdAt: now, emptyUntil: now })
}
