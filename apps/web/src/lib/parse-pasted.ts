import { variableNameProblem, variableValueProblem } from '@callboard/shared-types/variables/variable-rules'

export interface PastedVariable {
  /** Counted from 1. */
  line: number
  name: string
  value: string
}

export interface BadLine {
  line: number
  text: string
  reason: string
}

export interface Pasted {
  good: PastedVariable[]
  bad: BadLine[]
}

/** Reads lines of `.env` or a JSON object; what AWS wouldn't take is named by its line, and none of it is guessed. */
export function parsePasted(text: string): Pasted {
  return /^\s*[{[]/.test(text) ? parseJson(text) : parseEnv(text)
}

function parseEnv(text: string): Pasted {
  const found: (PastedVariable | BadLine)[] = []
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = index + 1
    const trimmed = raw.trim()
    if (trimmed === '' || trimmed.startsWith('#')) continue
    const cut = trimmed.indexOf('=')
    if (cut < 0) {
      found.push({ line, text: trimmed, reason: 'There is no = in it.' })
      continue
    }
    const name = trimmed
      .slice(0, cut)
      .replace(/^export\s+/, '')
      .trim()
    found.push({ line, name, value: unquoted(trimmed.slice(cut + 1).trim()) })
  }
  return sorted(found, text)
}

/** Quotes go, and outside of quotes what stands behind ` #` is a comment. */
function unquoted(value: string): string {
  const quoted = /^(["'])(.*)\1(\s+#.*)?$/.exec(value)
  return quoted ? quoted[2]! : value.replace(/(^|\s+)#.*$/, '')
}

function parseJson(text: string): Pasted {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { good: [], bad: [{ line: lineOfError(reason, text), text: 'The whole text', reason }] }
  }
  if (Array.isArray(parsed) || typeof parsed !== 'object' || parsed === null)
    return { good: [], bad: [{ line: 1, text: 'The whole text', reason: 'It isn’t an object of names and values.' }] }
  return sorted(
    Object.entries(variablesIn(parsed)).map(([name, value]) => {
      const line = lineOfKey(name, text)
      if (typeof value === 'object') return { line, text: name, reason: `A variable is text, not ${kindOf(value)}.` }
      return { line, name, value: String(value) }
    }),
    text,
  )
}

/** A stage, as the AWS CLI prints it, has them inside. */
function variablesIn(parsed: object): object {
  const inner = 'variables' in parsed ? parsed.variables : undefined
  return typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : parsed
}

const kindOf = (value: object | null) => (value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object')

function lineOfKey(name: string, text: string): number {
  const key = JSON.stringify(name)
  let at = text.indexOf(key)
  while (at >= 0 && !/^\s*:/.test(text.slice(at + key.length))) at = text.indexOf(key, at + 1)
  return lineAt(Math.max(at, 0), text)
}

function lineOfError(message: string, text: string): number {
  const line = /line (\d+)/.exec(message)?.[1]
  if (line) return Number(line)
  const position = /position (\d+)/.exec(message)?.[1]
  return position ? lineAt(Number(position), text) : 1
}

const lineAt = (position: number, text: string): number => text.slice(0, position).split('\n').length

function sorted(found: (PastedVariable | BadLine)[], text: string): Pasted {
  const lines = text.split(/\r?\n/)
  const good: PastedVariable[] = []
  const bad: BadLine[] = []
  for (const entry of found) {
    if ('reason' in entry) {
      bad.push(entry)
      continue
    }
    const before = good.find(({ name }) => name === entry.name)
    const problem =
      variableNameProblem(entry.name) ??
      variableValueProblem(entry.value) ??
      (before ? `${entry.name} stands in line ${before.line} already.` : null)
    if (problem) bad.push({ line: entry.line, text: lines[entry.line - 1]!.trim(), reason: problem })
    else good.push(entry)
  }
  return { good, bad }
}
