import type { Call } from './call.ts'
import { edgeKinds } from './edge-records.ts'

export type Tagged = { tags: Record<string, string>; put: (tags: Record<string, string>) => void }

const arn = /^arn:aws[a-z-]*:apigateway:[a-z0-9-]+:(?:\d{12})?:\/(domainnames|vpclinks|clientcertificates)\/([^/]+)$/

const kindOf: Record<string, string> = {
  domainnames: edgeKinds.domainName,
  vpclinks: edgeKinds.vpcLink,
  clientcertificates: edgeKinds.clientCertificate,
}

/** Names, links and certificates by their ARN; undefined for an ARN of something else, or of what isn't there. */
export function taggedEdge({ unit }: Call, resourceArn: string | undefined): Tagged | undefined {
  const [, collection = '', id = ''] = arn.exec(resourceArn ?? '') ?? []
  const kind = kindOf[collection]
  const association = unit.get<{ tags?: Record<string, string> }>(edgeKinds.accessAssociation, resourceArn ?? '')
  const row = association ?? (kind ? unit.get<{ tags?: Record<string, string> }>(kind, id) : undefined)
  if (!row) return undefined
  const put = (tags: Record<string, string>) =>
    association
      ? unit.put(edgeKinds.accessAssociation, resourceArn ?? '', { ...row, tags })
      : unit.put(kind ?? '', id, { ...row, tags })
  return { tags: row.tags ?? {}, put }
}
