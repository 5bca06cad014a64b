import { seedFrom, seededRandom } from './random.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** An id of API Gateway's look (`[a-z0-9]`), the same for the same seed, account, region and count. */
export function madeId(seed: number, account: string, region: string, count: number, length: number): string {
  const random = seededRandom(seedFrom(`${seed}/${account}/${region}`, count))
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('')
}
