import { z } from 'zod'
import { endpoint } from '../lib/endpoint.ts'
import { WriteInput, WriteResult } from '../changes/change.schemas.ts'
import { declare, readErrors, sessionErrors, writeErrors } from '../lib/errors.ts'
import { ConnectionName } from '../lib/stage-ref.ts'
import { KeyId, PlanEdits, PlanId, PlanList, PlanQueue, PlanStageKey, PlanView } from './plans.schemas.ts'
import { quotaPeriods } from './plan-rules.ts'
import { WhatIf } from './what-if.schemas.ts'
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
  create: endpoint('POST', base, 'Make a usage plan')
    .errors(writeErrors)
    .input(OfConnection.extend(WriteInput.shape).extend({ plan: PlanEdits }))
    .output(WriteResult),
  save: endpoint('POST', `${base}/{planId}`, 'Change a plan: its limits, stages and methods in one call to AWS')
    .errors(writeErrors)
    .input(OfPlan.extend(WriteInput.shape).extend({ edits: PlanEdits }))
    .output(WriteResult),
  remove: endpoint('POST', `${base}/{planId}/remove`, 'Take its stages out of a plan, then delete it')
    .errors(writeErrors)
    .input(OfPlan.extend(WriteInput.shape))
    .output(WriteResult),
  extend: endpoint('POST', `${base}/{planId}/keys/{keyId}/extend`, "Set what is left of a key's quota for this period")
    .errors(writeErrors)
    .input(
      OfPlan.extend({ keyId: KeyId })
        .extend(WriteInput.shape)
        .extend({ remaining: z.number().int().min(0).max(1e12) }),
    )
    .output(WriteResult),
  queue: endpoint('GET', '/c/{connection}/plan-queue', 'Edits of plans that wait for their turn: AWS takes one in 20 s')
    .errors({ ...sessionErrors, ...declare('not_found') })
    .input(OfConnection)
    .output(PlanQueue),
  whatIf: endpoint(
    'GET',
    `${base}/{planId}/what-if`,
    "Whom other limits would have refused, by a stage's access log of the last hours",
  )
    .errors(readErrors)
    .input(
      OfPlan.extend({
        at: PlanStageKey,
        hours: z.coerce.number().int().min(1).max(72).default(24),
        /** Without them there is no limit of the rate, or no quota. */
        rateLimit: z.coerce.number().min(0).max(1e6).optional(),
        burstLimit: z.coerce.number().int().min(0).max(1e6).optional(),
        quotaLimit: z.coerce.number().int().min(0).max(1e12).optional(),
        quotaPeriod: z.enum(quotaPeriods).default('DAY'),
        quotaOffset: z.coerce.number().int().min(0).max(27).default(0),
      }),
    )
    .output(WhatIf),
  usage: endpoint(
    'GET',
    `${base}/{planId}/usage`,
    "What a plan's keys used, day by day, and what is left of their quotas",
  )
    .errors(readErrors)
    .input(OfPlan.extend({ days: z.coerce.number().int().min(1).max(400).default(30) }))
    .output(PlanUsage),
}
