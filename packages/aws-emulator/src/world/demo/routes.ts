import type { TrafficCall } from '../traffic-profile.ts'
import type { DemoRoute } from './demo-api.ts'

/** `route('GET /carts/{cartId}', 'checkout-api:41', { apiKeyRequired: true })` */
export function route(address: string, calls?: string, more: Partial<DemoRoute> = {}): DemoRoute {
  const [verb = '', path = ''] = address.split(' ')
  return { verb, path, calls, ...more }
}

/**
 * `calls({ 'GET /carts/c1': 20, 'GET /items/i1': [30, 400] })`: what clients call, with its share of the traffic, and of how many
 * different things such calls are.
 */
export function calls(weights: Record<string, number | [weight: number, distinct: number]>): TrafficCall[] {
  return Object.entries(weights).map(([address, share]) => {
    const [method = '', path = ''] = address.split(' ')
    const [weight, distinct] = Array.isArray(share) ? share : [share, undefined]
    return distinct === undefined ? { method, path, weight } : { method, path, weight, distinct }
  })
}
