import { ExpressionError, type Expression, type Grammar } from './expression.ts'
import { tokensOf, type Token } from './tokens.ts'

/**
 * Parses one expression by precedence climbing, and throws an `ExpressionError` where it makes no sense. Our own, because
 * the languages differ in their words (`AND`, `not in`, `like /…/`) where libraries of the kind have settings for all at once.
 */
export function parseExpression(text: string, grammar: Grammar): Expression {
  const reader = new Reader(tokensOf(text, grammar), grammar)
  const expression = reader.expression(0)
  reader.expectEnd()
  return expression
}

class Reader {
  readonly #tokens: Token[]
  readonly #grammar: Grammar
  #next = 0

  constructor(tokens: Token[], grammar: Grammar) {
    this.#tokens = tokens
    this.#grammar = grammar
  }

  expression(least: number): Expression {
    let left = this.#operand()
    for (;;) {
      const operator = this.#infixOperator()
      const strength = operator === undefined ? undefined : this.#grammar.infix[operator]
      if (operator === undefined || strength === undefined || strength < least) return left
      this.#next += operator.split(' ').length
      const tighter = this.#grammar.rightToLeft?.includes(operator) ? strength : strength + 1
      left = { kind: 'binary', operator, left, right: this.expression(tighter) }
    }
  }

  items(): Expression[] {
    const items = [this.expression(0)]
    while (this.#take(',')) items.push(this.expression(0))
    return items
  }

  expectEnd(): void {
    if (this.#peek().kind !== 'end') throw this.#unexpected()
  }

  /** An infix operator that comes next, of one word or of two (`not in`). */
  #infixOperator(): string | undefined {
    const [first, second] = [this.#peek(), this.#tokens[this.#next + 1]]
    if (first.kind !== 'operator') return undefined
    const [one, two] = [first.text.toLowerCase(), `${first.text} ${second?.text ?? ''}`.toLowerCase()]
    return Object.hasOwn(this.#grammar.infix, two) ? two : Object.hasOwn(this.#grammar.infix, one) ? one : undefined
  }

  #operand(): Expression {
    const token = this.#peek()
    const prefix = token.kind === 'operator' ? this.#grammar.prefix[token.text.toLowerCase()] : undefined
    if (prefix !== undefined) {
      this.#next++
      return { kind: 'unary', operator: token.text.toLowerCase(), operand: this.expression(prefix) }
    }
    if (this.#take('(')) return this.#closed(this.expression(0), ')')
    if (this.#take('[')) return { kind: 'list', items: this.#listed(']') }
    this.#next++
    switch (token.kind) {
      case 'number':
        return { kind: 'number', value: Number(token.text) }
      case 'string':
        return { kind: 'string', value: token.value }
      case 'duration':
        return { kind: 'duration', count: token.count, unit: token.unit }
      case 'pattern':
        return { kind: 'pattern', source: token.source, flags: token.flags }
      case 'name':
        return this.#take('(')
          ? { kind: 'call', name: token.name, args: this.#listed(')') }
          : { kind: 'name', name: token.name }
      default:
        this.#next--
        throw this.#unexpected()
    }
  }

  #listed(close: string): Expression[] {
    if (this.#take(close)) return []
    return this.#closed(this.items(), close)
  }

  #closed<T>(inside: T, close: string): T {
    if (!this.#take(close)) throw this.#unexpected()
    return inside
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? this.#tokens.at(-1)!
  }

  #take(mark: string): boolean {
    const token = this.#peek()
    const found = token.kind === 'mark' && token.text === mark
    if (found) this.#next++
    return found
  }

  #unexpected(): ExpressionError {
    const { kind, text, at } = this.#peek()
    return new ExpressionError(kind === 'end' ? 'Unexpected end of input' : `Unexpected ${text}`, at)
  }
}
