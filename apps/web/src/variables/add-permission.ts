import type { StageRef } from '@callboard/shared-types/lib/stage-ref'
import { fillTemplate } from '@callboard/shared-types/variables/fill-template'
import type { PickedFunction } from '@callboard/shared-types/variables/variables.schemas'

type Variables = Record<string, string>

const quote = (text: string) => (/^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text}'`)

/**
 * What allows API Gateway to call a function from this stage (Lambda: AddPermission; a function's policy is one for each
 * alias, so the alias stands in the ARN). Undefined while a variable has no value.
 */
export function addPermission({ template, routes }: PickedFunction, variables: Variables, ref: StageRef) {
  const functionArn = fillTemplate(template, variables)
  if (functionArn.includes('${')) return undefined
  const [, partition = 'aws', , region = ref.region] = functionArn.split(':')
  const caller = routes.length > 0 ? ref.stage : 'authorizers'
  const source = `arn:${partition}:execute-api:${ref.region}:${ref.accountId}:${ref.apiId}/${caller}/*`
  return [
    `aws lambda add-permission --region ${region}`,
    `--function-name ${quote(functionArn)}`,
    `--statement-id apigateway-${ref.apiId}-${caller}`,
    `--action lambda:InvokeFunction --principal apigateway.amazonaws.com`,
    `--source-arn ${quote(source)}`,
  ].join(' \\\n  ')
}
