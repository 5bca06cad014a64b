import { inside } from '../lib/endpoints.ts'
import { createPlan } from './create-plan.ts'
import { extendQuota } from './extend-quota.ts'
import { getPlan } from './get-plan.ts'
import { listPlans } from './list-plans.ts'
import { planQueue } from './plan-queue.ts'
import { planUsage } from './plan-usage.ts'
import { removePlan } from './remove-plan.ts'
import { savePlan } from './save-plan.ts'
import { whatIf } from './what-if.ts'

export const plansRouter = {
  list: inside.plans.list.handler(({ context, input }) => listPlans(context, input)),
  get: inside.plans.get.handler(({ context, input }) => getPlan(context, input)),
  create: inside.plans.create.handler(({ context, input }) => createPlan(context, input)),
  save: inside.plans.save.handler(({ context, input }) => savePlan(context, input)),
  remove: inside.plans.remove.handler(({ context, input }) => removePlan(context, input)),
  extend: inside.plans.extend.handler(({ context, input }) => extendQuota(context, input)),
  queue: inside.plans.queue.handler(({ context, input }) => planQueue(context, input)),
  whatIf: inside.plans.whatIf.handler(({ context, input }) => whatIf(context, input)),
  usage: inside.plans.usage.handler(({ context, input }) => planUsage(context, input)),
}
