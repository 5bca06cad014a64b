import type { Exchange } from './exchange.ts'
import { checkSignature } from './check-signature.ts'
import { gatewayResponses, Refusal } from './gateway-response.ts'
import type { Gateway } from './gateway.ts'
import { lambdaAuthorizer } from './lambda-authorizer.ts'

export function authorize(gateway: Gateway, exchange: Exchange): void {
  const { method } = exchange.route
  if (method.authorizationType === 'AWS_IAM') exchange.authorized = checkSignature(exchange.request)
  if (method.authorizationType === 'CUSTOM') exchange.authorized = lambdaAuthorizer(gateway, exchange)
  // There are no user pools here, so no token of one can be valid.
  if (method.authorizationType === 'COGNITO_USER_POOLS') throw new Refusal(gatewayResponses.UNAUTHORIZED)
}
