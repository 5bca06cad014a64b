import { seedFrom, seededRandom } from '../lib/random.ts'
import type { Caller } from '../protocol/caller.ts'

/** Who a caller is to AWS. */
export type Identity = {
  account: string
  arn: string
  userId: string
  /** What CloudTrail calls the caller: an IAM user's name, or the name of a role's session. */
  userName: string
  /** Only of an assumed role. */
  role?: { arn: string; id: string }
}

/** What the session token of an assumed role says; its signature isn't checked, as none is. */
export type RoleSession = { roleArn: string; sessionName: string }

/** The user behind an account's own key: every program that uses it is the same person. */
const ownUser = 'developer'

/** A key of 12 digits is the account's developer, any other key a user of the key's own name. */
export function identityOf({ accessKeyId, sessionToken, place: { account } }: Caller): Identity {
  const session = readSessionToken(sessionToken)
  if (session && accessKeyId.startsWith('ASIA')) return roleIdentity(account, session)
  const userName = /^\d{12}$/.test(accessKeyId) ? ownUser : accessKeyId.replaceAll(/[^\w+=,.@-]/g, '-')
  return { account, userName, arn: `arn:aws:iam::${account}:user/${userName}`, userId: uniqueId('AIDA', userName) }
}

export function roleIdentity(account: string, { roleArn, sessionName }: RoleSession): Identity {
  const roleName = roleArn.slice(roleArn.lastIndexOf('/') + 1)
  const id = uniqueId('AROA', roleArn)
  return {
    account,
    arn: `arn:aws:sts::${account}:assumed-role/${roleName}/${sessionName}`,
    userId: `${id}:${sessionName}`,
    userName: sessionName,
    role: { arn: roleArn, id },
  }
}

export const writeSessionToken = (session: RoleSession) => Buffer.from(JSON.stringify(session)).toString('base64')

function readSessionToken(token: string | undefined): RoleSession | undefined {
  try {
    const { roleArn, sessionName } = JSON.parse(Buffer.from(token ?? '', 'base64').toString('utf8'))
    return typeof roleArn === 'string' && typeof sessionName === 'string' ? { roleArn, sessionName } : undefined
  } catch {
    return undefined
  }
}

/** An id of IAM's look (`AIDA…`, 21 letters), the same for the same name. */
function uniqueId(prefix: string, name: string): string {
  const random = seededRandom(seedFrom(name, 0))
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  return prefix + Array.from({ length: 17 }, () => letters[Math.floor(random() * 32)]).join('')
}
