import { invalidNextToken } from './errors.ts'

/** Where the next page of a list begins, as an opaque token. */
export const writeToken = (skip: number) => Buffer.from(`skip=${skip}`).toString('base64')

export function readToken(token: string | undefined): number {
  if (token === undefined) return 0
  const [, skip] = /^skip=(\d+)$/.exec(Buffer.from(token, 'base64').toString('utf8')) ?? []
  if (skip === undefined) throw invalidNextToken()
  return Number(skip)
}

/** One page of a list, and the token of the next one if there is one. */
export function pageOf<T>(
  items: T[],
  token: string | undefined,
  size: number,
): { items: T[]; next: string | undefined } {
  const start = readToken(token)
  const end = start + size
  return { items: items.slice(start, end), next: end < items.length ? writeToken(end) : undefined }
}
