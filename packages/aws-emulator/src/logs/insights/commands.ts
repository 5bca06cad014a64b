import type { Command } from './command.ts'
import { compile, isInstant, isTrue, parseField } from './expressions.ts'
import { needsOf } from './filter-needs.ts'
import { namedParts } from './named-parts.ts'
import { parseCommand } from './parse-command.ts'
import { QueryError } from './query-error.ts'
import { asNumber, asText, type Row, type Value } from './record.ts'
import { splitText, type Part } from './split-text.ts'
import { statsCommand } from './stats-command.ts'

const readers: Record<string, (rest: Part) => Command> = {
  fields: fieldsCommand,
  display: (rest) => ({ ...fieldsCommand(rest), isDisplay: true }),
  filter: filterCommand,
  stats: statsCommand,
  sort: sortCommand,
  limit: limitCommand,
  parse: parseCommand,
  dedup: dedupCommand,
}

/** Reads a whole query: commands with `|` between them, one a line at will; lines that begin with `#` are comments. */
export function readQuery(text: string): Command[] {
  const bare = text.replaceAll(/^\s*#.*$/gm, (comment) => ' '.repeat(comment.length))
  return splitText(bare, '|')
    .filter((part) => part.text !== '')
    .map((part) => {
      const [word = ''] = /^\w+/.exec(part.text) ?? []
      const reader = Object.hasOwn(readers, word.toLowerCase()) ? readers[word.toLowerCase()] : undefined
      if (!reader) throw new QueryError(`unexpected symbol found ${part.text.split(/\s/)[0]}`, part.at)
      const rest = part.text.slice(word.length)
      return reader({ text: rest.trim(), at: part.at + word.length + (rest.length - rest.trimStart().length) })
    })
}

function fieldsCommand(rest: Part): Command {
  const fields = namedParts(rest).map(({ name, part }) => {
    const expression = parseField(part.text, part.at)
    const isPlain = expression.kind === 'name' && expression.name === name
    return { name, evaluate: isPlain ? undefined : compile(expression, part.at), isInstant: isInstant(expression) }
  })
  const computed = fields.filter(({ evaluate }) => evaluate)
  return {
    kind: 'row',
    shows: fields.map(({ name }) => name),
    instants: fields.filter((field) => field.isInstant).map(({ name }) => name),
    run(row) {
      for (const { name, evaluate } of computed) row[name] = evaluate?.(row)
      return row
    },
  }
}

function filterCommand({ text, at }: Part): Command {
  const expression = parseField(text, at)
  const test = compile(expression, at)
  return { kind: 'row', needs: needsOf(expression, at), run: (row) => (isTrue(test(row)) ? row : undefined) }
}

function sortCommand(rest: Part): Command {
  const keys = splitText(rest.text, ',').map((part) => {
    const [, field = part.text, direction = 'asc'] = /^([^]*?)(?:\s+(asc|desc))?$/i.exec(part.text) ?? []
    return { name: field.replaceAll('`', '').trim(), sign: direction.toLowerCase() === 'desc' ? -1 : 1 }
  })
  const compareRows = (a: Row, b: Row) => {
    for (const { name, sign } of keys) {
      const order = compare(a[name], b[name]) * sign
      if (order !== 0) return order
    }
    return 0
  }
  return { kind: 'rows', run: (rows) => rows.toSorted(compareRows) }
}

/** Numbers come before texts, and what isn't there first of all (documented for ascending order). */
function compare(a: Value, b: Value): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1
  const [x, y] = [asNumber(a), asNumber(b)]
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y
  if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1
  const [s, t] = [asText(a), asText(b)]
  return s === t ? 0 : s < t ? -1 : 1
}

function limitCommand({ text, at }: Part): Command {
  const count = Number(text)
  if (!/^\d+$/.test(text) || count < 1 || count > 10_000) throw new QueryError('limit expects a number up to 10000', at)
  return { kind: 'limit', count }
}

function dedupCommand({ text }: Part): Command {
  const names = text.split(',').map((name) => name.trim())
  return {
    kind: 'rows',
    run(rows) {
      const seen = new Set<string>()
      return rows.filter((row) => {
        const key = JSON.stringify(names.map((name) => row[name]))
        return !seen.has(key) && seen.add(key)
      })
    },
  }
}
