import type { Request, Response } from 'express'
import { sql } from 'kysely'
import type { Database } from '../db/connect.ts'

/** Whether requests can be answered in full: the store answers. AWS being away doesn't make Callboard unready. */
export const readiness = (db: Database) => async (_request: Request, response: Response) => {
  try {
    await sql`select 1`.execute(db)
    response.json({ ready: true })
  } catch {
    response.status(503).json({ ready: false, why: "Callboard's own store doesn't answer" })
  }
}
