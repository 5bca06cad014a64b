/** A parsed expression of one of CloudWatch's small languages: metric math, Logs Insights, filter patterns. */
export type Expression =
  | { kind: 'number'; value: number }
  | { kind: 'string'; value: string }
  /** A number with a unit right behind it, such as `5m`. */
  | { kind: 'duration'; count: number; unit: string }
  | { kind: 'pattern'; source: string; flags: string }
  | { kind: 'name'; name: string }
  | { kind: 'list'; items: Expression[] }
  | { kind: 'call'; name: string; args: Expression[] }
  | { kind: 'unary'; operator: string; operand: Expression }
  | { kind: 'binary'; operator: string; left: Expression; right: Expression }

/** What an expression of a language may consist of. */
export type Grammar = {
  /** What a name looks like, without `^`. */
  name: RegExp
  /** Strength of each infix operator, words in lower case; the stronger binds first. */
  infix: Record<string, number>
  /** Operators before an operand, with their strength. */
  prefix: Record<string, number>
  /** Operators that group from the right. */
  rightToLeft?: string[]
  /** `/…/` is a pattern where an operand is expected. */
  patterns?: boolean
}

/** What is wrong with a text, and where: its place counted from 0. */
export class ExpressionError extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}
