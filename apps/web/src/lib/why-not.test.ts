import { expect, test } from 'vitest'
import { whyDenied } from './why-not'

const connection = {
  name: 'shop',
  accountId: '123456789012',
  region: 'eu-central-1',
  invokeUrlTemplate: '',
  colour: null,
  demo: false,
  deniedActions: ['apigateway:POST', 'cloudwatch:GetMetricData'],
}

test('a permission that AWS denied is named with the connection', () => {
  expect(whyDenied(connection, ['apigateway:POST', 'apigateway:PATCH'], 'Deploying')).toBe(
    'Deploying needs the IAM permission apigateway:POST, which AWS denied to Callboard on shop.',
  )
})

test('what needs no denied permission can be done, also while nothing is known yet', () => {
  expect(whyDenied(connection, ['apigateway:PATCH'], 'Rolling back')).toBeNull()
  expect(whyDenied(undefined, ['apigateway:POST'], 'Deploying')).toBeNull()
})
