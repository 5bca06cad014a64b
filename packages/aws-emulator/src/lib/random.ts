/** A number in [0, 1). */
export type Random = () => number

/** Mulberry32: small, fast and good enough to draw traffic from. */
export function seededRandom(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** FNV-1a over the text, then mixed with the number, so that neighbouring numbers give unlike seeds. */
export const seedFrom = (text: string, number: number): number => seedOfHash(hashOf(text), number)

/** The first half of `seedFrom`: worth keeping where many seeds come from one text. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

export function seedOfHash(hashed: number, number: number): number {
  let hash = Math.imul(hashed ^ (number | 0), 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** A seed of its own for each number under a seed. */
export const mixedSeed = (seed: number, number: number): number => seedOfHash(seed ^ 0x5bd1e995, number)

/** The 32 bits of a seed as a number in [0, 1). */
export const unitOf = (seed: number): number => (seed >>> 0) / 4294967296
