import type { TrafficCall } from '../traffic-profile.ts'
import type { DemoRoute } from './demo-api.ts'

/** `route('GET /carts/{cartId}', 'checkout-api:41', { apiKeyRequired: true })` */
export function route(address: string, calls?: string, more: Partial<DemoRoute> = {}): DemoRoute {
  const [verb = '', path = ''] = address.split(' ')
  return { verb, path, calls, ...more }
}

/** `calls({ 'GET /carts/c1': 20 })`: what clients call, with its share of the traffic. */
export function calls(weights: Record<string, number>): TrafficCall[] {
  return Object.entries(weights).map(([address, weight]) => {
    const [method = '', path = ''] = address.split(' ')
    return { method, path, weight }
  })
}
