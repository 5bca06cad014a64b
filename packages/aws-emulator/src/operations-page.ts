import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as client from '@aws-sdk/client-api-gateway'
import { builtOperation } from './apigateway/operations.ts'
import { operationsOf } from './protocol/operation-schema.ts'

const folder = join(import.meta.dirname, 'apigateway')
const sources = ['recorded', 'documented', 'guessed'] as const
type Source = (typeof sources)[number]

/** The page of docs that says what the emulator has of API Gateway, and where each behaviour comes from: read off the code. */
export function operationsPage(): string {
  const operations = operationsOf(client).toSorted((a, b) => a.name.localeCompare(b.name))
  const built = operations.filter(({ name }) => builtOperation(name))
  return `# Operations of API Gateway in the emulator

Printed from the code by \`node packages/aws-emulator/src/print-operations-page.ts\`; a test tells when it is out of date.

${built.length} of ${operations.length} operations are built; any other is answered with 501 and its name. An operation's file is named after it, in
\`packages/aws-emulator/src/apigateway\`. Where a behaviour comes from stands in the comments of that file and of those it uses:
*recorded* from AWS, *documented* by AWS, or *guessed* (after other emulators, public reports or memory). What isn't marked
follows from the schemas of AWS's SDK. Each operation has tests of what it accepts, what it refuses and in which words, and what it
does; \`operation-tests.test.ts\` fails for one that hasn't.

## Operations

${table(['Operation', 'Request', 'Built', 'Sources'], operations.map(operationRow))}
## Sources by file

${statements().join('\n')}`
}

function operationRow({ name, http }: { name: string; http: [string, string, number] | undefined }): string[] {
  const [method = '', target = ''] = http ?? []
  const isBuilt = builtOperation(name) !== undefined
  return [name, `\`${method} ${target}\``, isBuilt ? 'yes' : 'no', isBuilt ? sourcesOf(fileOf(name)).join(', ') : '']
}

/** \`UpdateStage\` is in \`update-stage.ts\`. */
const fileOf = (operation: string) => `${operation.replaceAll(/(?<!^)([A-Z])/g, '-$1').toLowerCase()}.ts`

/** What the comments of the file and of its nearest neighbours name. */
function sourcesOf(file: string): Source[] {
  if (!existsSync(join(folder, file))) return []
  const text = readFileSync(join(folder, file), 'utf8')
  const neighbours = [...text.matchAll(/from '\.\/([a-z/-]+\.ts)'/g)].map(([, name = '']) => name)
  const comments = [file, ...neighbours].flatMap(commentsOf).join('\n')
  return sources.filter((source) => new RegExp(`\\b${source}\\b`, 'i').test(comments))
}

/** Comments that name a source, as one line each. */
function commentsOf(file: string): string[] {
  const text = readFileSync(join(folder, file), 'utf8')
  const blocks = [...text.matchAll(/\/\*\*(.*?)\*\/|((?:^[ \t]*\/\/.*\n)+)/gms)]
  return blocks
    .map(([, block, lines]) =>
      (block ?? lines ?? '')
        .replaceAll(/^\s*(\*|\/\/)\s?/gm, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((comment) => sources.some((source) => new RegExp(`\\b${source}\\b`, 'i').test(comment)))
}

function statements(): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => {
      const comments = commentsOf(file)
      return comments.length === 0 ? [] : [`### ${file}\n`, ...comments.map((comment) => `- ${comment}`), '']
    })
}

function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, n) => Math.max(title.length, ...rows.map((row) => row[n]?.length ?? 0)))
  const line = (cells: string[]) => `| ${cells.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join(' | ')} |\n`
  return line(head) + line(widths.map((width) => '-'.repeat(width))) + rows.map(line).join('')
}
