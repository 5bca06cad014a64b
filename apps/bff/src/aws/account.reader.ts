import { GetAccountCommand, type Account } from '@aws-sdk/client-api-gateway'
import type { AwsConnection } from './connections.ts'

const freshForMs = 60_000

/** API Gateway's settings of the account and region. The cheapest question there is, so it also tells whether AWS answers. */
export const readAccount = ({ gateway, cache }: AwsConnection): Promise<Account> =>
  cache.read('account', 'get', freshForMs, () =>
    gateway.read<Account & { $metadata: object }>(() => new GetAccountCommand({}), 'background'),
  )
