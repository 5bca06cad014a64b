import { MathError } from './metric-math/math-value.ts'
import type { MetricName } from './metric-name.ts'

type Test = (metric: MetricName) => boolean

const tokens = /"([^"]*)"|([()=])|([^\s()="]+)/g

type Token = { text: string; quoted: boolean }

/**
 * A search expression as a test of metrics: `{Namespace,Dim,Dim} term…`, the terms being words, `"exact"` phrases and
 * `Name=value`, with AND, OR, NOT and parentheses; AND goes without saying (documented).
 */
export function parseSearch(text: string): Test {
  const [, schema, rest = ''] = /^\s*(?:\{([^}]*)\})?([^]*)$/.exec(text) ?? []
  const list = [...rest.matchAll(tokens)].map(([all, quoted]): Token => ({
    text: quoted ?? all,
    quoted: quoted !== undefined,
  }))
  const reader = new Terms(list)
  const inSchema = schema === undefined ? () => true : schemaTest(schema)
  const matches = list.length === 0 ? () => true : reader.any()
  reader.expectEnd()
  return (metric) => inSchema(metric) && matches(metric)
}

/** The namespace and exactly these dimensions. */
function schemaTest(schema: string): Test {
  const [namespace = '', ...names] = schema.split(',').map((name) => name.trim().replaceAll('"', ''))
  const wanted = names.toSorted().join()
  return (metric) =>
    metric.namespace === namespace &&
    metric.dimensions
      .map(({ Name = '' }) => Name)
      .toSorted()
      .join() === wanted
}

class Terms {
  readonly #tokens: Token[]
  #next = 0

  constructor(list: Token[]) {
    this.#tokens = list
  }

  any(): Test {
    const tests = [this.#all()]
    while (this.#takes('OR')) tests.push(this.#all())
    return (metric) => tests.some((test) => test(metric))
  }

  expectEnd(): void {
    if (this.#next < this.#tokens.length) throw malformed()
  }

  #all(): Test {
    const tests = [this.#one()]
    while (!this.#atEnd() && !this.#is('OR') && !this.#is(')')) {
      this.#takes('AND')
      tests.push(this.#one())
    }
    return (metric) => tests.every((test) => test(metric))
  }

  #one(): Test {
    if (this.#takes('NOT')) {
      const test = this.#one()
      return (metric) => !test(metric)
    }
    if (this.#takes('(')) {
      const inside = this.any()
      if (!this.#takes(')')) throw malformed()
      return inside
    }
    const token = this.#tokens[this.#next++]
    if (!token || token.text === ')' || token.text === '=') throw malformed()
    if (!this.#takes('=')) return (metric) => wordsOf(metric).some((word) => matchesText(word, token))
    if (this.#takes('(')) return this.#alternatives(token.text)
    const value = this.#tokens[this.#next++]
    if (!value) throw malformed()
    return propertyTest(token.text, value)
  }

  /** `Stage=(prod OR qa)`. */
  #alternatives(name: string): Test {
    const tests: Test[] = []
    do {
      const value = this.#tokens[this.#next++]
      if (!value) throw malformed()
      tests.push(propertyTest(name, value))
    } while (this.#takes('OR'))
    if (!this.#takes(')')) throw malformed()
    return (metric) => tests.some((test) => test(metric))
  }

  #atEnd = () => this.#next >= this.#tokens.length

  #is(text: string): boolean {
    const token = this.#tokens[this.#next]
    return token !== undefined && !token.quoted && token.text === text
  }

  #takes(text: string): boolean {
    const found = this.#is(text)
    if (found) this.#next++
    return found
  }
}

const malformed = () => new MathError('The search expression is malformed')

function propertyTest(name: string, value: Token): Test {
  return ({ namespace, name: metricName, dimensions }) => {
    const given =
      name === 'Namespace'
        ? namespace
        : name === 'MetricName'
          ? metricName
          : dimensions.find(({ Name }) => Name === name)?.Value
    return given !== undefined && matchesText(given, value)
  }
}

const wordsOf = ({ namespace, name, dimensions }: MetricName) => [
  namespace,
  name,
  ...dimensions.flatMap(({ Name = '', Value = '' }) => [Name, Value]),
]

/** Quotes ask for the whole, in its case; without them a part of it is enough, cut where words begin (documented). */
function matchesText(text: string, { text: wanted, quoted }: Token): boolean {
  if (quoted) return text === wanted
  const parts = partsOf(text)
  const sought = partsOf(wanted)
  return parts.some((_, index) => sought.every((part, further) => parts[index + further] === part))
}

const partsOf = (text: string) =>
  text
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
