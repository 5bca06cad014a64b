import { aggregationNamed, needsInstant, type Aggregation } from './aggregations.ts'
import type { Command } from './command.ts'
import { compile, isInstant, parseField, type Evaluate } from './expressions.ts'
import { namedParts } from './named-parts.ts'
import { QueryError } from './query-error.ts'
import { asText, type Row, type Value } from './record.ts'
import type { Part } from './split-text.ts'

type Measure = { name: string; make: () => Aggregation; value: Evaluate }

/** `stats count(*) as n, pct(latency, 99) by status, bin(5m)`: one row for each group, in the order in which they came up. */
export function statsCommand({ text, at }: Part): Command {
  const [, measured = '', grouped] = /^([^]*?)(?:\sby\s([^]*))?$/i.exec(text) ?? []
  const measures = namedParts({ text: measured, at }).map(readMeasure)
  const keys = grouped === undefined ? [] : namedParts({ text: grouped, at: at + text.length - grouped.length })
  const groupers = keys.map(({ name, part }) => {
    const expression = parseField(part.text, part.at)
    return { name, evaluate: compile(expression, part.at), isInstant: isInstant(expression) }
  })
  return {
    kind: 'rows',
    shows: [...groupers.map(({ name }) => name), ...measures.map(({ name }) => name)],
    instants: groupers.filter((key) => key.isInstant).map(({ name }) => name),
    run: (rows) => summed(rows, groupers, measures),
  }
}

function readMeasure({ name, part }: { name: string; part: Part }): Measure {
  // `*` counts every row.
  const expression = parseField(part.text.replace(/\(\s*\*\s*\)$/, '()'), part.at)
  if (expression.kind !== 'call') throw new QueryError('An aggregation such as count(*) is expected', part.at)
  const [field, percent] = expression.args
  const lower = expression.name.toLowerCase()
  const make = aggregationNamed(lower, percent?.kind === 'number' ? percent.value : undefined, part.at)
  const value = field ? compile(field, part.at) : () => 1
  if (!needsInstant(lower)) return { name, make, value }
  return { name, make, value: (row) => `${asText(row['@timestamp'])}\n${asText(value(row))}` }
}

function summed(rows: Row[], groupers: { name: string; evaluate: Evaluate }[], measures: Measure[]): Row[] {
  const groups = new Map<string, { keys: Value[]; aggregations: Aggregation[] }>()
  for (const row of rows) {
    const keys = groupers.map(({ evaluate }) => evaluate(row))
    // A number and the text of it are the same to a reader.
    const id = JSON.stringify(keys.map((key) => key ?? null).map(String))
    let group = groups.get(id)
    if (!group) groups.set(id, (group = { keys, aggregations: measures.map(({ make }) => make()) }))
    measures.forEach(({ value }, index) => group.aggregations[index]?.add(value(row)))
  }
  return [...groups.values()].map(({ keys, aggregations }) => {
    const row: Row = Object.create(null) as Row
    groupers.forEach(({ name }, index) => (row[name] = keys[index]))
    measures.forEach(({ name }, index) => (row[name] = aggregations[index]?.result()))
    return row
  })
}
