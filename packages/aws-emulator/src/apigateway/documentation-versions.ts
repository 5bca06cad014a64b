import type { DocumentationVersion } from '@aws-sdk/client-api-gateway'
import { notFound } from '../lib/aws-error.ts'
import { dateOf } from '../lib/clock.ts'
import type { Call } from './call.ts'
import { childKey, definitionKinds, type DocumentationVersionRecord } from './definition-records.ts'

/** Sentence as LocalStack's recordings quote it: guessed. */
export function findDocumentationVersion(
  { unit }: Call,
  apiId: string,
  version: string | undefined,
): DocumentationVersionRecord {
  const found = unit.get<DocumentationVersionRecord>(definitionKinds.documentationVersion, childKey(apiId, version))
  if (!found) throw notFound('Invalid Documentation version specified')
  return found
}

export function putDocumentationVersion({ unit }: Call, version: DocumentationVersionRecord): void {
  unit.put(definitionKinds.documentationVersion, childKey(version.apiId, version.version), version)
}

export const documentationVersionOutput = ({
  version,
  createdDate,
  description,
}: DocumentationVersionRecord): DocumentationVersion => ({ version, createdDate: dateOf(createdDate), description })
