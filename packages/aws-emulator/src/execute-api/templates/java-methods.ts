import { asText } from '../as-text.ts'

/** The methods of Java's strings, lists and maps that templates call; nothing else of a value can be called. */
type Method = (value: never, args: unknown[]) => unknown

const text = asText

/** Java's patterns are close enough to JavaScript's for what templates do with them. */
const pattern = (source: unknown, flags = '') => new RegExp(text(source), flags)

const ofStrings: Record<string, Method> = {
  length: (value: string) => value.length,
  isEmpty: (value: string) => value === '',
  toString: (value: string) => value,
  trim: (value: string) => value.trim(),
  toUpperCase: (value: string) => value.toUpperCase(),
  toLowerCase: (value: string) => value.toLowerCase(),
  charAt: (value: string, [at]) => value.charAt(Number(at)),
  concat: (value: string, [other]) => value + text(other),
  contains: (value: string, [part]) => value.includes(text(part)),
  startsWith: (value: string, [part]) => value.startsWith(text(part)),
  endsWith: (value: string, [part]) => value.endsWith(text(part)),
  indexOf: (value: string, [part]) => value.indexOf(text(part)),
  lastIndexOf: (value: string, [part]) => value.lastIndexOf(text(part)),
  substring: (value: string, [from, to]) => value.substring(Number(from), to === undefined ? undefined : Number(to)),
  equals: (value: string, [other]) => value === other,
  equalsIgnoreCase: (value: string, [other]) => value.toLowerCase() === text(other).toLowerCase(),
  matches: (value: string, [source]) => pattern(`^(?:${text(source)})$`).test(value),
  replace: (value: string, [from, to]) => value.replaceAll(text(from), () => text(to)),
  replaceAll: (value: string, [from, to]) => value.replace(pattern(from, 'g'), text(to)),
  replaceFirst: (value: string, [from, to]) => value.replace(pattern(from), text(to)),
  split: (value: string, [by]) => value.split(pattern(by)),
}

const ofLists: Record<string, Method> = {
  size: (list: unknown[]) => list.length,
  isEmpty: (list: unknown[]) => list.length === 0,
  get: (list: unknown[], [at]) => list[Number(at)],
  contains: (list: unknown[], [item]) => list.includes(item),
  indexOf: (list: unknown[], [item]) => list.indexOf(item),
  add: (list: unknown[], [item]) => list.push(item) > 0,
  toString: (list: unknown[]) => JSON.stringify(list),
}

type Map = Record<string, unknown>
const own = (map: Map, key: unknown) => (Object.hasOwn(map, text(key)) ? map[text(key)] : undefined)

const ofMaps: Record<string, Method> = {
  size: (map: Map) => Object.keys(map).length,
  isEmpty: (map: Map) => Object.keys(map).length === 0,
  get: (map: Map, [key]) => own(map, key),
  containsKey: (map: Map, [key]) => Object.hasOwn(map, text(key)),
  keySet: (map: Map) => Object.keys(map),
  values: (map: Map) => Object.values(map),
  entrySet: (map: Map) => Object.entries(map).map(([key, value]) => ({ key, value })),
  put: (map: Map, [key, value]) => {
    const before = own(map, key)
    Object.defineProperty(map, text(key), { value, enumerable: true, configurable: true, writable: true })
    return before
  },
  putAll: (map: Map, [other]) => void Object.assign(map, other),
  remove: (map: Map, [key]) => {
    const before = own(map, key)
    delete map[text(key)]
    return before
  },
  toString: (map: Map) => JSON.stringify(map),
}

const ofOthers: Record<string, Method> = {
  toString: (value: unknown) => text(value),
  equals: (value: unknown, [other]) => value === other,
}

export function javaMethod(value: unknown, name: string): ((args: unknown[]) => unknown) | undefined {
  const methods = methodsOf(value)
  if (!Object.hasOwn(methods, name)) return undefined
  return (args) => methods[name]?.(value as never, args)
}

function methodsOf(value: unknown): Record<string, Method> {
  if (typeof value === 'string') return ofStrings
  if (Array.isArray(value)) return ofLists
  return typeof value === 'object' && value !== null ? ofMaps : ofOthers
}
