import { z } from 'zod'
import { endpoint } from '../lib/endpoint.ts'
import { readErrors } from '../lib/errors.ts'
import { ConnectionName } from '../lib/stage-ref.ts'
import { PlanId, PlanList, PlanView } from './plans.schemas.ts'
import { PlanUsage } from './usage.schemas.ts'

const OfConnection = z.object({ connection: ConnectionName })
const OfPlan = OfConnection.extend({ planId: PlanId })

const base = '/c/{connection}/plans'

export const plansContract = {
  list: endpoint('GET', base, 'Every usage plan of a connection')
    .errors(readErrors)
    .input(OfConnection)
    .output(PlanList),
  get: endpoint('GET', `${base}/{planId}`, 'One usage plan: its limits, stages, methods and keys')
    .errors(readErrors)
    .input(OfPlan)
    .output(PlanView),
  usage: endpoint(
    'GET',
    `${base}/{planId}/usage`,
    "What a plan's keys used, day by day, and what is left of their quotas",
  )
    .errors(readErrors)
    .input(OfPlan.extend({ days: z.coerce.number().int().min(1).max(400).default(30) }))
    .output(PlanUsage),
}
