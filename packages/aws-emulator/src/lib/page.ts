import { badRequest } from './aws-error.ts'

const largestPage = 500
const defaultPage = 25

/**
 * One page of a list: `position` is opaque and absent on the last page; default 25, at most 500 (documented). A limit of
 * -1 gives an empty page (recorded for usage plan keys); a position that isn't ours is refused (guessed).
 */
export function page<T>(items: T[], position: string | undefined, limit: number | undefined) {
  const start = position === undefined ? 0 : readPosition(position)
  const size = Math.max(0, Math.min(limit ?? defaultPage, largestPage))
  const end = start + size
  const more = size > 0 && end < items.length
  return { items: items.slice(start, end), position: more ? writePosition(end) : undefined }
}

const writePosition = (start: number) => Buffer.from(`at=${start}`).toString('base64')

function readPosition(position: string): number {
  const [, start] = /^at=(\d+)$/.exec(Buffer.from(position, 'base64').toString('utf8')) ?? []
  if (start === undefined) throw badRequest('Invalid position parameter specified')
  return Number(start)
}
