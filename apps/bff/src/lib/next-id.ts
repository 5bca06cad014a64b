import { monotonicFactory } from 'ulid'

/** Ids that sort by when they were made; those of one process never twice and always upwards. @param atMs world time */
export const nextId: (atMs: number) => string = monotonicFactory()
