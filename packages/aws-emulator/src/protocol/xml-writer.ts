import { isoInstant } from '../lib/clock.ts'
import type { Shape } from './operation-schema.ts'

export const element = (name: string, inside: string) => `<${name}>${inside}</${name}>`

export const textElement = (name: string, text: string) => element(name, escaped(text))

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character)

/** The members of a structure as the query protocol writes them: lists of `member`, maps of `entry`. */
export function xmlMembers(shape: Shape, value: unknown): string {
  const from = value as Record<string, unknown>
  let text = ''
  for (const [name, member] of shape.structIterator()) {
    const item = from[name]
    if (item !== undefined && item !== null) text += element(name, xmlValue(member, item))
  }
  return text
}

function xmlValue(shape: Shape, value: unknown): string {
  if (shape.isStructSchema()) return xmlMembers(shape, value)
  if (shape.isListSchema()) {
    const item = shape.getValueSchema()
    return (value as unknown[]).map((one) => element('member', xmlValue(item, one))).join('')
  }
  if (shape.isMapSchema()) {
    const item = shape.getValueSchema()
    const entries = Object.entries(value as Record<string, unknown>)
    return entries
      .map(([key, one]) => element('entry', textElement('key', key) + element('value', xmlValue(item, one))))
      .join('')
  }
  if (value instanceof Date) return isoInstant(value.getTime())
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  return escaped(String(value))
}
