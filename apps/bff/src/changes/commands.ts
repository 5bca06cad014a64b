import type { AwsOperation } from '@callboard/shared-types/changes/plan.schemas'
import type { ConnectionConfig } from '../aws/connections.ts'
import { NEW_DEPLOYMENT, placeholders } from './placeholders.ts'

/** As an UpdateStage carries them. */
type PatchOperation = Partial<Record<'op' | 'from' | 'path' | 'value', string>>

/** Text in single quotes for a POSIX shell, bare where nothing in it means anything to one. */
const quote = (text: string) =>
  /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`

/** An operation as the AWS CLI command that does the same, to be read and copied. */
export function cliCommand(
  { service, operation, input }: AwsOperation,
  { region, endpoint }: ConnectionConfig,
): string {
  const where = `--region ${region}${endpoint ? ` --endpoint-url ${quote(endpoint)}` : ''}`
  const { patchOperations, ...plain } = input
  const variable = placeholders[operation as keyof typeof placeholders]?.slice(1)
  const lines = [
    `aws ${service} ${kebab(operation)} ${where}`,
    Object.entries(plain).map(flag).join(' '),
    ...(patchOperations ? [`--patch-operations ${patchArgument(patchOperations as PatchOperation[])}`] : []),
    ...(variable ? ['--query id --output text'] : []),
  ].join(' \\\n  ')
  return variable ? `${variable}=$(${lines})` : lines
}

/** `OKActions` is `--ok-actions`. */
const kebab = (name: string) => name.replaceAll(/([a-z0-9])([A-Z])|([A-Z]+)([A-Z][a-z])/g, '$1$3-$2$4').toLowerCase()

/** As the CLI takes its inputs: `--rest-api-id x --tag-keys a b --tags a=1,b=2 --no-tracing-enabled`. */
function flag([name, value]: [string, unknown]): string {
  if (typeof value === 'boolean') return `--${value ? '' : 'no-'}${kebab(name)}`
  return `--${kebab(name)} ${argumentOf(value)}`
}

/** A text, a list of them or a map of them in the CLI's shorthand where it's plain, else JSON. */
function argumentOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return textArgument(String(value))
  const members = Object.values(value)
  const flat = members.every((member) => typeof member !== 'object')
  if (flat && Array.isArray(value)) return value.map((item) => quote(String(item))).join(' ')
  const pairs = Object.entries(value).map(([key, member]) => `${key}=${member}`)
  const plain = flat && pairs.every((pair) => /^[A-Za-z0-9_.:/+@=-]+$/.test(pair))
  return plain ? pairs.join(',') : jsonArgument(value)
}

/** What stands for something not made yet is the shell's to put in. */
const textArgument = (text: string) => (/^\$[A-Z]+$/.test(text) ? `"${text}"` : quote(text))

/** The CLI's shorthand where every value is plain, else JSON. */
function patchArgument(operations: PatchOperation[]): string {
  const plain = (text: string) => text === NEW_DEPLOYMENT || /^[A-Za-z0-9_./~*-]+$/.test(text)
  if (!operations.every((op) => Object.values(op).every(plain))) return jsonArgument(operations)
  return operations
    .map((op) =>
      argument(['op', 'from', 'path', 'value'].flatMap((k) => (k in op ? [`${k}=${op[k as 'op']}`] : [])).join(',')),
    )
    .join(' ')
}

/** Text without quotes in it, in double quotes where the shell has to put the new deployment's id in. */
const argument = (text: string) => (text.includes(NEW_DEPLOYMENT) ? `"${text}"` : quote(text))

/** JSON in single quotes, which are left for the new deployment's id. */
const jsonArgument = (value: unknown) =>
  quote(JSON.stringify(value)).replaceAll(NEW_DEPLOYMENT, `'"${NEW_DEPLOYMENT}"'`)
