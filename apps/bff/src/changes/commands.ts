import type { AwsOperation } from '@callboard/shared-types/changes/plan.schemas'
import type { ConnectionConfig } from '../aws/connections.ts'
import { NEW_DEPLOYMENT } from './new-deployment.ts'

/** As an UpdateStage carries them. */
type PatchOperation = Partial<Record<'op' | 'from' | 'path' | 'value', string>>

/** Text in single quotes for a POSIX shell, bare where nothing in it means anything to one. */
const quote = (text: string) =>
  /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`

/** An operation as the AWS CLI command that does the same, to be read and copied. */
export function cliCommand({ operation, input }: AwsOperation, { region, endpoint }: ConnectionConfig): string {
  const where = `--region ${region}${endpoint ? ` --endpoint-url ${quote(endpoint)}` : ''}`
  const restApiId = quote(String(input['restApiId']))
  if (operation === 'CreateDeployment')
    return [
      `DEPLOYMENT=$(aws apigateway create-deployment ${where}`,
      `--rest-api-id ${restApiId} --description ${quote(String(input['description']))}`,
      '--query id --output text)',
    ].join(' \\\n  ')
  if (operation !== 'UpdateStage') return plainCommand(operation, input, where)
  return [
    `aws apigateway update-stage ${where}`,
    `--rest-api-id ${restApiId} --stage-name ${quote(String(input['stageName']))}`,
    `--patch-operations ${patchArgument(input['patchOperations'] as PatchOperation[])}`,
  ].join(' \\\n  ')
}

const kebab = (name: string) => name.replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()

/** An operation whose inputs are texts, lists of them and maps of them: `--rest-api-id x --tag-keys a b --tags a=1,b=2`. */
function plainCommand(operation: string, input: AwsOperation['input'], where: string): string {
  const flags = Object.entries(input).map(([name, value]) => `--${kebab(name)} ${argumentOf(value)}`)
  return [`aws apigateway ${kebab(operation)} ${where}`, flags.join(' ')].join(' \\\n  ')
}

function argumentOf(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => quote(String(item))).join(' ')
  if (typeof value !== 'object' || value === null) return quote(String(value))
  const pairs = Object.entries(value).map(([key, member]) => `${key}=${member}`)
  return pairs.every((pair) => /^[A-Za-z0-9_.:/+@=-]+$/.test(pair)) ? pairs.join(',') : quote(JSON.stringify(value))
}

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
