import { invalidToken } from './page.ts'

/** A place in a log: behind so many of the events of an instant (world ms). */
export type Position = { at: number; skip: number }

export const writePosition = ({ at, skip }: Position) => Buffer.from(`at=${at}&skip=${skip}`).toString('base64url')

export function readPosition(token: string): Position {
  const [, at, skip] = /^at=(-?\d+)&skip=(\d+)$/.exec(Buffer.from(token, 'base64url').toString('utf8')) ?? []
  if (at === undefined || skip === undefined) throw invalidToken()
  return { at: Number(at), skip: Number(skip) }
}

/** Walks along events in their order, and tells of each whether it is behind a position that was reached before. */
export class Walk {
  readonly #begin: Position
  #here: Position

  constructor(begin: Position) {
    this.#begin = begin
    this.#here = { at: begin.at, skip: 0 }
  }

  /** Whether the next event, which has this instant, is a new one. */
  step(at: number): boolean {
    this.#here = at === this.#here.at ? { at, skip: this.#here.skip + 1 } : { at, skip: 1 }
    return at > this.#begin.at || this.#here.skip > this.#begin.skip
  }

  position = (): Position => this.#here
}
