import { notFound } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { edgeKinds, type AccessAssociationRecord } from './edge-records.ts'

/** Sentence guessed. */
export function findAccessAssociation({ unit }: Call, arn: string | undefined): AccessAssociationRecord {
  const association = unit.get<AccessAssociationRecord>(edgeKinds.accessAssociation, arn ?? '')
  if (!association) throw notFound('Invalid domain name access association identifier specified')
  return association
}
