import { inside } from '../lib/endpoints.ts'
import { getPlan } from './get-plan.ts'
import { listPlans } from './list-plans.ts'
import { planUsage } from './plan-usage.ts'

export const plansRouter = {
  list: inside.plans.list.handler(({ context, input }) => listPlans(context, input)),
  get: inside.plans.get.handler(({ context, input }) => getPlan(context, input)),
  usage: inside.plans.usage.handler(({ context, input }) => planUsage(context, input)),
}
