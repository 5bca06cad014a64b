import type { Command } from './command.ts'
import { compile, parseField, toRegExp, type Evaluate } from './expressions.ts'
import { QueryError } from './query-error.ts'
import { asText, type Row } from './record.ts'
import type { Part } from './split-text.ts'

const glob = /^(?:(\S+)\s+)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\s+as\s+([^]+)$/i
const pattern = /^(?:(\S+)\s+)?\/((?:[^/\\]|\\.)+)\/([a-z]*)(?:\s+as\s+([^]+))?$/i

/** `parse @message "* [*] *" as a, b, c`, or with a pattern whose groups have names. Lines that don't fit stay as they are. */
export function parseCommand({ text, at }: Part): Command {
  const [, field, double, single, names] = glob.exec(text) ?? []
  const [, patternField, source, flags = '', groups] = pattern.exec(text) ?? []
  const shape = double ?? single
  if (shape !== undefined) return extracting(fieldAt(field, at), globPattern(shape), namesIn(names), at)
  if (source === undefined) throw new QueryError('parse expects a field, a pattern and names', at)
  return extracting(fieldAt(patternField, at), toRegExp(source, flags, at), namesIn(groups), at)
}

const fieldAt = (field: string | undefined, at: number): Evaluate => compile(parseField(field ?? '@message', at), at)

const namesIn = (text: string | undefined) => text?.split(',').map((name) => name.trim()) ?? []

/** Each `*` is a field: as short as can be, the last one as long. */
function globPattern(shape: string): RegExp {
  const parts = shape.replaceAll(/\\(.)/g, '$1').split('*')
  const escaped = parts.map((part) => part.replaceAll(/[.+?^${}()|[\]\\/]/g, '\\$&'))
  const last = escaped.pop() ?? ''
  const ending = last === '' ? '' : last
  return new RegExp(
    escaped.length === 0 ? ending : `${escaped.join('([^\\n]*?)')}${last === '' ? '([^\\n]*)' : `([^\\n]*?)${ending}`}`,
  )
}

function extracting(value: Evaluate, expression: RegExp, names: string[], at: number): Command {
  const count = new RegExp(`${expression.source}|`).exec('')!.length - 1
  if (names.length > 0 && names.length !== count) {
    throw new QueryError(`parse has ${count} fields and ${names.length} names`, at)
  }
  const extract = (row: Row): Row => {
    const found = expression.exec(asText(value(row)))
    if (!found) return row
    names.forEach((name, index) => (row[name] = found[index + 1]))
    Object.assign(row, found.groups)
    return row
  }
  return { kind: 'row', run: extract }
}
