/** The JSONPath that mapping templates use: names, indexes, slices of all (`[*]`, `.*`) and descent (`..name`). */
type Step = { kind: 'name'; name: string } | { kind: 'index'; index: number } | { kind: 'all' } | { kind: 'descend' }

const step = /\.\.|\.?\*|\.([\w$-]+)|\[(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(-?\d+)|(\*))\]|([\w$-]+)/y

/** One value, or, where the path can have several, all of them as a list; undefined where there is nothing. */
export function jsonPath(root: unknown, path: string): unknown {
  const steps = stepsOf(path)
  const isDefinite = steps.every(({ kind }) => kind === 'name' || kind === 'index')
  const found = steps.reduce((values: unknown[], next) => values.flatMap((value) => follow(value, next)), [root])
  return isDefinite ? found[0] : found
}

function stepsOf(path: string): Step[] {
  if (!path.startsWith('$')) throw new SyntaxError(`Invalid JSON path: ${path}`)
  const steps: Step[] = []
  step.lastIndex = 1
  while (step.lastIndex < path.length) {
    const at = step.lastIndex
    const [text, dotted, single, double, index, all, bare] = step.exec(path) ?? []
    const afterDescent = steps.at(-1)?.kind === 'descend'
    if (text === undefined || (bare !== undefined && !afterDescent)) {
      throw new SyntaxError(`Invalid JSON path: ${path} at ${at}`)
    }
    const name = dotted ?? single ?? double ?? bare
    if (text === '..') steps.push({ kind: 'descend' })
    else if (name !== undefined) steps.push({ kind: 'name', name: name.replaceAll(/\\(.)/g, '$1') })
    else if (index !== undefined) steps.push({ kind: 'index', index: Number(index) })
    else if (all !== undefined || text.endsWith('*')) steps.push({ kind: 'all' })
  }
  return steps
}

function follow(value: unknown, next: Step): unknown[] {
  if (next.kind === 'descend') return [value, ...descendants(value)]
  if (typeof value !== 'object' || value === null) return []
  if (next.kind === 'all') return Object.values(value)
  if (next.kind === 'index')
    return Array.isArray(value) && value.at(next.index) !== undefined ? [value.at(next.index)] : []
  if (Array.isArray(value)) return next.name === 'length' ? [value.length] : []
  return Object.hasOwn(value, next.name) ? [(value as Record<string, unknown>)[next.name]] : []
}

const descendants = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null
    ? Object.values(value).flatMap((child: unknown) => [child, ...descendants(child)])
    : []
