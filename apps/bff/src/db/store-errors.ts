import pg from 'pg'

/** True for what SQLite, PostgreSQL or the way there throw: the store is down or full, and Callboard can only read AWS. */
export function isStoreError(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof pg.DatabaseError) return true
  const code = (error as { code?: string }).code ?? ''
  return (
    code.startsWith('ERR_SQLITE') ||
    /^(ECONNREFUSED|ECONNRESET|EPIPE)$/.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(error.message)
  )
}
