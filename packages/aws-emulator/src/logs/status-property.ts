import type { Need } from './need.ts'

/** Where the JSON lines of a format have the status, and whether it is a text there. */
type StatusProperty = { path: string; isText: boolean }

const known = new Map<string, StatusProperty | null>()
const marker = 987_654

/** Whether lines of this format with this status may be what is needed; of other formats any may. */
export function mayFit(format: string, status: number, needs: Need[]): boolean {
  const property = statusProperty(format)
  if (!property) return true
  const value = property.isText ? String(status) : status
  return needs.every(({ path, fits }) => path !== property.path || fits(value))
}

function statusProperty(format: string): StatusProperty | null {
  const found = known.get(format)
  if (found !== undefined) return found
  if (known.size > 1000) known.clear()
  const line = format.replaceAll(/\$context\.([\w.-]+)/g, (_, name) => (name === 'status' ? String(marker) : '0'))
  const property = findMarker(line)
  known.set(format, property)
  return property
}

function findMarker(line: string): StatusProperty | null {
  const walk = (value: unknown, path: string[]): StatusProperty | null => {
    if (value === marker || value === String(marker)) return { path: path.join('.'), isText: value !== marker }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    for (const [key, member] of Object.entries(value)) {
      const found = walk(member, [...path, key])
      if (found) return found
    }
    return null
  }
  try {
    return walk(JSON.parse(line), [])
  } catch {
    return null
  }
}
