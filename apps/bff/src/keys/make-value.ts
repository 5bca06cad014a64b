import { randomInt } from 'node:crypto'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** As long as AWS's own: 238 bits. */
const length = 40

/** A value for a key, from the system's source of randomness. */
export const makeValue = (): string => Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
