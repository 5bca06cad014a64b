import { seedFrom } from '../lib/random.ts'
import type { PlannedRequest } from '../world/planned-traffic.ts'

const hex = (word: number, digits: number) => (word >>> 0).toString(16).padStart(8, '0').slice(-digits)

/** What tells a planned request from all others, the same whenever it is looked at. */
export function wordsOf({ stage, at, seed, number }: PlannedRequest): [number, number, number, number] {
  const name = seedFrom(stage.stageName, number ^ seed)
  return [seedFrom(stage.apiId, at | 0), seedFrom('', seed + number), name, seedFrom('', name ^ number)]
}

export function requestIdOf(request: PlannedRequest): string {
  const [a, b, c, d] = wordsOf(request)
  const variant = '89ab'[c & 3]
  return `${hex(a, 8)}-${hex(b, 4)}-4${hex(b >>> 16, 3)}-${variant}${hex(c, 3)}-${hex(c >>> 12, 4)}${hex(d, 8)}`
}

/** Base64-like and ending in `=` (recorded). */
export function extendedRequestIdOf(request: PlannedRequest): string {
  const words = wordsOf(request)
  const bytes = Buffer.alloc(11)
  for (let index = 0; index < 11; index++) bytes[index] = words[index % 4]! >>> ((index >> 2) * 8)
  return bytes.toString('base64')
}

/** Addresses that are reserved for documentation: a few hundred callers. */
export function sourceIpOf(request: PlannedRequest): string {
  const [, , word] = wordsOf(request)
  const network = ['198.51.100', '203.0.113', '192.0.2'][(word >>> 0) % 3]
  return `${network}.${1 + ((word >>> 8) % 254)}`
}

const agents = [
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
  'okhttp/4.12.0',
  'axios/1.7.9',
]

export const userAgentOf = (request: PlannedRequest): string => agents[wordsOf(request)[3] & 3]!
