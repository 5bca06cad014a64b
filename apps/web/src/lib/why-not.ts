import type { Connection } from '@callboard/shared-types/connections/connections.schemas'
import { words } from './format'
import { useConnections } from './connections'
import { usePerson, whyNot } from './person'

/** IAM actions; those of API Gateway are named by the HTTP method they allow. */
export type IamAction =
  | 'apigateway:PATCH'
  | 'apigateway:POST'
  | 'apigateway:DELETE'
  | 'cloudwatch:PutMetricAlarm'
  | 'logs:PutRetentionPolicy'

/**
 * The permission that is missing on this connection, as a sentence, or null.
 * @param act a gerund, such as `Rolling back`
 */
export function whyDenied(connection: Connection | undefined, needed: IamAction[], act: string): string | null {
  const denied = needed.filter((action) => connection?.deniedActions.includes(action))
  if (denied.length === 0) return null
  return `${act} needs the IAM permission ${words(denied)}, which AWS denied to Callboard on ${connection!.name}.`
}

/** Why the act can't be done on this connection, by the person's role or by AWS's permissions, or null. */
export function useWhyNot(connection: string, needed: IamAction[], act: string): string | null {
  const { data } = useConnections()
  const person = usePerson()
  const found = data?.items.find(({ name }) => name === connection)
  return whyNot(person, 'operator', act) ?? whyDenied(found, needed, act)
}
