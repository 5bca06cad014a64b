import {
  GetClientCertificatesCommand,
  type ClientCertificate,
  type ClientCertificates,
} from '@aws-sdk/client-api-gateway'
import type { AwsConnection } from './connections.ts'
import { readAllPages } from './paging.ts'

const freshForMs = 60_000

/** A certificate by which a backend can tell that a request comes from API Gateway. Instants are epoch milliseconds. */
export interface SeenCertificate {
  id: string
  description: string
  expiresMs: number | null
}

/** Those of the account and region, in AWS's order. */
export const readClientCertificates = ({ gateway, cache }: AwsConnection): Promise<SeenCertificate[]> =>
  cache.read('client-certificates', 'list', freshForMs, async () => {
    const all = await readAllPages<ClientCertificate>((position) =>
      gateway.read<ClientCertificates & { $metadata: object }>(
        () => new GetClientCertificatesCommand({ limit: 500, position }),
      ),
    )
    return all.map(({ clientCertificateId: id = '', description = '', expirationDate }) => ({
      id,
      description,
      expiresMs: expirationDate?.getTime() ?? null,
    }))
  })
