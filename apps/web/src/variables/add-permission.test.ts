import { expect, test } from 'vitest'
import { addPermission } from './add-permission'

const ref = { accountId: '123456789012', region: 'eu-central-1', kind: 'rest' as const, apiId: 'a1b2c3', stage: 'qa' }
const picked = {
  template: 'arn:aws:lambda:eu-central-1:123456789012:function:orders-api:${stageVariables.lambdaAlias}',
  variables: ['lambdaAlias'],
  routes: ['GET /orders'],
  authorizers: [],
}

test('the command names function, alias and the stage that calls', () => {
  expect(addPermission(picked, { lambdaAlias: 'next' }, ref)).toBe(
    String.raw`aws lambda add-permission --region eu-central-1 \
  --function-name arn:aws:lambda:eu-central-1:123456789012:function:orders-api:next \
  --statement-id apigateway-a1b2c3-qa \
  --action lambda:InvokeFunction --principal apigateway.amazonaws.com \
  --source-arn 'arn:aws:execute-api:eu-central-1:123456789012:a1b2c3/qa/*'`,
  )
})

test('there is none while a variable has no value', () => {
  expect(addPermission(picked, {}, ref)).toBeUndefined()
})

test('an authorizer calls by its own address', () => {
  const authorizer = { ...picked, routes: [], authorizers: ['who'] }
  expect(addPermission(authorizer, { lambdaAlias: 'live' }, ref)).toContain('a1b2c3/authorizers/*')
})
