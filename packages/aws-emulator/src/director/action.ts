import type { z } from 'zod'

/** What a director's endpoint takes and does; it answers with JSON. */
export type DirectorAction = { input: z.ZodType; run(input: never): unknown }

/** Joins a schema to a function that takes what it yields. */
export function action<Input extends z.ZodType>(
  input: Input,
  run: (input: z.output<Input>) => unknown,
): DirectorAction {
  return { input, run }
}
