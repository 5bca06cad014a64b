/** Looks up `$.a.b[0].c` or `$.a[*]` in a value; undefined where there is nothing. */
export function propertyAt(path: string): (value: unknown) => unknown {
  const steps = [...path.matchAll(/\.([\w-]+)|\[(\d+|\*|"[^"]*"|'[^']*')\]/g)].map(
    ([, name, index]) => name ?? index?.replaceAll(/^["']|["']$/g, '') ?? '',
  )
  return (value) => {
    let at = value
    for (const step of steps) {
      if (step === '*' && Array.isArray(at)) continue
      if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
      at = (at as Record<string, unknown>)[step]
    }
    return at
  }
}
