import { z } from 'zod'
import { Instant } from '../lib/instant.schemas.ts'

/** Each role may do what the one before it may. */
export const Role = z.enum(['viewer', 'operator', 'admin'])
export type Role = z.infer<typeof Role>

export const Person = z.object({ issuer: z.string(), subject: z.string(), name: z.string(), role: Role })
export type Person = z.infer<typeof Person>

export const Session = z.object({
  person: Person.nullable(),
  /** How people come in. With `demo` a person is chosen from `people`, with `local` a password is given. */
  auth: z.enum(['demo', 'local']),
  people: z.array(Person),
  /** The world's clock at the time of the answer, and how fast it runs: 1 is real time. */
  worldNow: Instant,
  worldSpeed: z.number(),
  version: z.string(),
})
export type Session = z.infer<typeof Session>
