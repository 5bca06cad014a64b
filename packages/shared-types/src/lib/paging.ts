import { z } from 'zod'

/** Opaque to everyone but the endpoint that made it. */
export const Cursor = z.string().max(200)

/** A query string has only text: `limit=50`. */
export const PageInput = z.object({
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
