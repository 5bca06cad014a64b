import type { AwsOperation } from '@callboard/shared-types/changes/plan.schemas'
import type { ConnectionConfig } from '../aws/connections.ts'

/** As an UpdateStage carries them. */
type PatchOperation = Partial<Record<'op' | 'from' | 'path' | 'value', string>>

/** Text in single quotes for a POSIX shell, bare where nothing in it means anything to one. */
const quote = (text: string) =>
  /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`

/** An UpdateStage as the AWS CLI command that does the same, to be read and copied. */
export function cliCommand({ input }: AwsOperation, { region, endpoint }: ConnectionConfig): string {
  const { restApiId, stageName, patchOperations } = input as {
    restApiId: string
    stageName: string
    patchOperations: PatchOperation[]
  }
  return [
    `aws apigateway update-stage --region ${region}${endpoint ? ` --endpoint-url ${quote(endpoint)}` : ''}`,
    `--rest-api-id ${quote(restApiId)} --stage-name ${quote(stageName)}`,
    `--patch-operations ${patchArgument(patchOperations)}`,
  ].join(' \\\n  ')
}

/** The CLI's shorthand where every value is plain, else JSON. */
function patchArgument(operations: PatchOperation[]): string {
  const plain = operations.every((op) => Object.values(op).every((text) => /^[A-Za-z0-9_./~*-]+$/.test(text)))
  if (!plain) return quote(JSON.stringify(operations))
  return operations
    .map((op) =>
      quote(['op', 'from', 'path', 'value'].flatMap((k) => (k in op ? [`${k}=${op[k as 'op']}`] : [])).join(',')),
    )
    .join(' ')
}
