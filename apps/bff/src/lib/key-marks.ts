import { createHmac } from 'node:crypto'
import type { Database } from '../db/connect.ts'
import { installationSecret } from '../db/secrets.ts'

/** By its mark a key's value is known again: a keyed hash, from which nobody gets back to the value. */
export type MarkOf = (value: string) => string

/** Marks that are the same after a restart, as they are kept in rows. */
export async function keyMarks(db: Database): Promise<MarkOf> {
  const secret = await installationSecret(db, 'key-values')
  return (value) => createHmac('sha256', secret).update(value).digest('base64url')
}
