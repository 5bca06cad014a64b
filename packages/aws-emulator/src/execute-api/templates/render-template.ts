import { asText } from '../as-text.ts'
import { LRUCache } from 'lru-cache'
import { Compile, parse } from 'velocityjs'
import { javaMethod } from './java-methods.ts'

/** A template that can't be parsed, or that doesn't come to its end within its bounds. */
export class TemplateError extends Error {}

type Ast = ReturnType<typeof parse>[number]
/** The parts of velocityjs's nodes that are read here. */
type Node = {
  type?: string
  id?: unknown
  args?: unknown[] | false
  isRange?: boolean
  value?: unknown
  from?: Node
  leader?: string
}

/** Of one `#foreach` (documented); what is beyond isn't looped over. */
const mostIterations = 1000
/** Nested loops and macros that call themselves end here (guessed: AWS ends them by time). */
const mostSteps = 100_000
/** What a template may write, in characters: no payload may be longer (documented). */
const longestOutput = 10 * 1024 * 1024

const parsed = new LRUCache<string, Ast[]>({ max: 500 })

export function renderTemplate(template: string, roots: Record<string, unknown>, lenient: unknown[]): string {
  if (!/[$#]/.test(template)) return template
  try {
    let asts = parsed.get(template)
    if (!asts) parsed.set(template, (asts = parse(template)))
    const context = Object.assign(Object.create(null) as Record<string, unknown>, roots)
    return new BoundedCompile(asts, new Set(lenient)).render(context, noMacros())
  } catch (error) {
    throw new TemplateError(error instanceof Error ? error.message : String(error))
  }
}

/** Without the members that every object has, which a template could call as macros; velocityjs asks for this one. */
const noMacros = (): object => Object.assign(Object.create(null) as object, { hasOwnProperty: () => false })

const boundedList = 'boundedList'

/** velocityjs, held to AWS's bounds and to what a template may touch: own members, Java's methods, our own functions. */
class BoundedCompile extends Compile {
  #steps = 0
  readonly #lenient: Set<unknown>

  /** What isn't there in the lenient ones is empty; elsewhere the reference stands as it is written. */
  constructor(asts: Ast[], lenient: Set<unknown>) {
    super(asts, { escape: false })
    this.#lenient = lenient
  }

  override renderAstList(asts?: Ast[], contextId?: string): string {
    this.#steps += asts?.length ?? 1
    if (this.#steps > mostSteps) throw new TemplateError('The template takes too long')
    const output = super.renderAstList(asts, contextId)
    if (output.length > longestOutput) throw new TemplateError('The template writes too much')
    return output
  }

  protected override getBlock(block: Ast[]): string {
    if (!Array.isArray(block)) return ''
    const [head, ...body] = block
    const node = head as Node | undefined
    if (node?.type !== 'foreach' || !node.from) return super.getBlock(block)
    const from: unknown = this.getLiteral(node.from as Ast)
    const items = Array.isArray(from) ? (from as unknown[]) : Object.values(from ?? {})
    this.context[boundedList] = items.slice(0, mostIterations)
    const bounded = { ...node, from: { type: 'references', id: boundedList, leader: '' } }
    return super.getBlock([bounded as unknown as Ast, ...body])
  }

  protected override getLiteral(ast: Ast): string {
    const node = ast as Node
    if (node.type !== 'array' || node.isRange !== true) return super.getLiteral(ast)
    const [from = 0, to = 0] = (node.value as unknown[]).map((end) =>
      Number(typeof end === 'object' ? this.getReferences(end as Ast) : end),
    )
    const length = Number.isFinite(to - from) ? Math.min(Math.abs(to - from) + 1, mostIterations) : 0
    const direction = from < to ? 1 : -1
    return Array.from({ length }, (_, index) => from + index * direction) as unknown as string
  }

  protected override getReferences(ast: Ast, isValue?: boolean): string {
    const value: unknown = super.getReferences(ast, isValue)
    const written = isValue && typeof value === 'object' && value !== null ? JSON.stringify(value) : value
    return (written === null && isValue ? '' : written) as string
  }

  protected getAttributes(property: Node, base: unknown): unknown {
    if (base === null || base === undefined) return undefined
    const key = property.type === 'index' ? this.#indexOf(property.id as Node) : String(property.id)
    if (property.type === 'method') return this.#call(base, key, property.args || [])
    if (typeof base !== 'object' || !Object.hasOwn(base, key)) return this.#lenient.has(base) ? '' : undefined
    const value = (base as Record<string, unknown>)[key]
    return value === undefined && this.#lenient.has(base) ? '' : value
  }

  #indexOf(id: Node): string {
    return asText(id.type === 'references' ? this.getReferences(id as Ast) : id.value)
  }

  #call(base: unknown, name: string, args: unknown[]): unknown {
    const values = args.map((arg): unknown => this.getLiteral(arg as Ast))
    const ours: unknown =
      typeof base === 'object' && base !== null && Object.hasOwn(base, name)
        ? (base as Record<string, unknown>)[name]
        : undefined
    return typeof ours === 'function'
      ? (ours as (...all: unknown[]) => unknown)(...values)
      : javaMethod(base, name)?.(values)
  }
}
