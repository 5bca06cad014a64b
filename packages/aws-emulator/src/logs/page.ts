import { invalidParameter } from './errors.ts'

/** One page of a list, and the token of the next one if there is one. */
export function pageOf<T>(
  items: T[],
  token: string | undefined,
  size: number,
): { items: T[]; next: string | undefined } {
  const start = token === undefined ? 0 : readToken(token)
  const end = start + size
  const next = end < items.length ? Buffer.from(`at=${end}`).toString('base64url') : undefined
  return { items: items.slice(start, end), next }
}

function readToken(token: string): number {
  const [, start] = /^at=(\d+)$/.exec(Buffer.from(token, 'base64url').toString('utf8')) ?? []
  if (start === undefined) throw invalidToken()
  return Number(start)
}

/** The sentence was seen on AWS. */
export const invalidToken = () => invalidParameter('The specified nextToken is invalid.')
