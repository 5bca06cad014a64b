import type { State } from './rows.ts'

/** The state of a thing that isn't there. */
export const ABSENT: State = {}

export const isAbsent = (state: State): boolean => Object.keys(state).length === 0
