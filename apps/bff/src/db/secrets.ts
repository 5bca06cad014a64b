import { randomBytes } from 'node:crypto'
import type { Database } from './connect.ts'

/** A secret of this installation, made at its first use: 32 random bytes. */
export async function installationSecret(db: Database, name: string): Promise<Uint8Array> {
  const made = randomBytes(32).toString('base64')
  await db
    .insertInto('secret')
    .values({ name, value: made })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const { value } = await db.selectFrom('secret').where('name', '=', name).select('value').executeTakeFirstOrThrow()
  return Buffer.from(value, 'base64')
}
