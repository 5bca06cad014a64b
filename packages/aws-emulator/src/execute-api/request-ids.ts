import type { Random } from '../lib/random.ts'

const hex = (random: Random) =>
  Math.floor(random() * 4294967296)
    .toString(16)
    .padStart(8, '0')

/** Base64-like and ending in `=` (recorded). */
export const extendedRequestId = (random: Random): string =>
  `${Buffer.from(hex(random) + hex(random).slice(5))
    .toString('base64')
    .slice(0, 15)}=`

export const traceId = (random: Random): string => `Root=1-${hex(random)}-${hex(random)}${hex(random)}${hex(random)}`

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** A client may bring its own, if it is a UUID (from memory). */
export const requestIdOf = (header: string | undefined, made: string): string =>
  header !== undefined && uuid.test(header) ? header : made
