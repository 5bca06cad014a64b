import type { CreateUsagePlanRequest } from '@aws-sdk/client-api-gateway'
import { checkoutKeys, prodKeys, sandboxKeys, type DemoKey } from './partner-keys.ts'

export type DemoPlan = Pick<CreateUsagePlanRequest, 'name' | 'description' | 'throttle' | 'quota'> & {
  /** Without one nobody is let in by it. */
  at?: { api: string; stages: string[] }
  /** Limits of single methods, on every stage of it. */
  methods?: Record<string, { rateLimit: number; burstLimit: number }>
}

/** The week begins on Monday. */
const week = (limit: number) => ({ limit, period: 'WEEK' as const, offset: 1 })

/** In the order in which they are made. A key goes by the plan's name. */
export const demoPlans: DemoPlan[] = [
  {
    name: 'Premium',
    description: 'Resellers with a contract of their own',
    throttle: { rateLimit: 50, burstLimit: 100 },
    quota: week(250_000),
    at: { api: 'partners', stages: ['prod'] },
    methods: { '/v2/orders/POST': { rateLimit: 10, burstLimit: 20 } },
  },
  {
    name: 'Standard',
    description: 'Every other reseller',
    throttle: { rateLimit: 10, burstLimit: 20 },
    quota: week(45_000),
    at: { api: 'partners', stages: ['prod'] },
    methods: { '/v2/orders/POST': { rateLimit: 2, burstLimit: 5 } },
  },
  {
    name: 'Trial',
    description: 'The first weeks',
    throttle: { rateLimit: 2, burstLimit: 5 },
    quota: { limit: 2_000, period: 'DAY', offset: 0 },
    at: { api: 'partners', stages: ['prod'] },
  },
  {
    name: 'Sandbox',
    throttle: { rateLimit: 5, burstLimit: 10 },
    quota: { limit: 10_000, period: 'DAY', offset: 0 },
    at: { api: 'partners', stages: ['sandbox'] },
  },
  {
    name: 'Shop services',
    description: 'Our own, not counted',
    throttle: { rateLimit: 200, burstLimit: 400 },
    at: { api: 'checkout', stages: ['qa', 'prod'] },
  },
  { name: 'Resellers 2024', description: 'Before there was Standard', throttle: { rateLimit: 5, burstLimit: 10 } },
]

/** Who calls which stage. */
export const demoCallers: { api: string; stage: string; keys: DemoKey[] }[] = [
  { api: 'partners', stage: 'prod', keys: prodKeys },
  { api: 'partners', stage: 'sandbox', keys: sandboxKeys },
  { api: 'checkout', stage: 'prod', keys: checkoutKeys },
  { api: 'checkout', stage: 'qa', keys: checkoutKeys },
]
