/** A query that makes no sense, and where: its place counted from 0. */
export class QueryError extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}
