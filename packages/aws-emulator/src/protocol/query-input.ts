import type { Shape } from './operation-schema.ts'

/** A form's fields by the parts of their names: `Dimensions.member.1.Name` is three levels deep. */
type Tree = { value?: string; children: Map<string, Tree> }

/** Puts an operation's input together from a form, as plain JSON; a value of the wrong type stays as it came. */
export function readQueryInput(shape: Shape, form: URLSearchParams): unknown {
  const root: Tree = { children: new Map() }
  for (const [name, value] of form) {
    let node = root
    for (const part of name.split('.')) {
      const child = node.children.get(part) ?? { children: new Map<string, Tree>() }
      node.children.set(part, child)
      node = child
    }
    node.value = value
  }
  return valueOf(shape, root)
}

function valueOf(shape: Shape, tree: Tree): unknown {
  if (shape.isStructSchema()) return structureOf(shape, tree)
  if (shape.isListSchema()) return itemsOf(tree, 'member').map((item) => valueOf(shape.getValueSchema(), item))
  if (shape.isMapSchema()) return mapOf(shape, tree)
  const { value = '' } = tree
  if (shape.isBooleanSchema()) return value === 'true' ? true : value === 'false' ? false : value
  if (shape.isNumericSchema()) return numberOr(value, Number(value))
  // Instants come as ISO dates, and go on as seconds since the epoch.
  if (shape.isTimestampSchema()) return numberOr(value, Number(value), Date.parse(value) / 1000)
  return value
}

function structureOf(shape: Shape, { children }: Tree): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  for (const [name, member] of shape.structIterator()) {
    const child = children.get(name)
    if (child) value[name] = valueOf(member, child)
  }
  return value
}

/** `X.member.1`, in the order of their numbers; an empty list is `X=`. */
function itemsOf({ children }: Tree, name: string): Tree[] {
  const items = children.get(name)?.children ?? new Map<string, Tree>()
  return [...items].toSorted(([a], [b]) => Number(a) - Number(b)).map(([, item]) => item)
}

function mapOf(shape: Shape, tree: Tree): Record<string, unknown> {
  return Object.fromEntries(
    itemsOf(tree, 'entry').map(({ children }) => [
      children.get('key')?.value ?? '',
      valueOf(shape.getValueSchema(), children.get('value') ?? { children: new Map() }),
    ]),
  )
}

const numberOr = (text: string, ...numbers: number[]): number | string =>
  text === '' ? text : (numbers.find((number) => !Number.isNaN(number)) ?? text)
