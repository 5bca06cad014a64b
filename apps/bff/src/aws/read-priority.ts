import type { Priority } from './call-budget.ts'
import type { AwsConnection } from './connections.ts'

/** What Callboard just changed is shown at once: the reads of it are part of the write. */
export const readPriority = ({ written }: AwsConnection, apiId: string, as: Priority): Priority =>
  as === 'read' && written.has(apiId) ? 'write' : as
