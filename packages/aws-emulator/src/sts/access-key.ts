import { seedFrom } from '../lib/random.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const ofTheWorld = '000000000000'

/**
 * The access key id of an assumed role: 20 letters that begin with `ASIA`, as AWS makes them. The account is in it, so that
 * a request tells its account without anything being kept, and a check, so that a foreign key isn't taken for one of these.
 */
export function temporaryAccessKey(account: string, nonce: number): string {
  const stem = `ASIA${spelled(Number(account), 8)}${spelled(nonce >>> 0, 4)}`
  return stem + checkOf(stem)
}

/** An access key id of 12 digits is the account, as with LocalStack; one of an assumed role tells it; any other is nobody's. */
export function accountOfKey(accessKeyId: string): string {
  if (/^\d{12}$/.test(accessKeyId)) return accessKeyId
  const stem = accessKeyId.slice(0, 16)
  const isOurs = /^ASIA[A-Z2-7]{16}$/.test(accessKeyId) && accessKeyId === stem + checkOf(stem)
  return isOurs ? String(numberIn(stem.slice(4, 12))).padStart(12, '0') : ofTheWorld
}

const checkOf = (stem: string) => spelled(seedFrom(stem, 0) >>> 0, 4)

/** The number's lowest digits in base 32. */
function spelled(number: number, length: number): string {
  let text = ''
  for (let left = number; text.length < length; left = Math.floor(left / 32)) text = letters[left % 32] + text
  return text
}

function numberIn(text: string): number {
  let number = 0
  for (const letter of text) number = number * 32 + letters.indexOf(letter)
  return number
}
