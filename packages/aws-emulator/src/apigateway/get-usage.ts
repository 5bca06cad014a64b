import type { GetUsageRequest, Usage } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import { page } from '../lib/page.ts'
import type { Call } from './call.ts'
import { planKeys } from './usage-plan-keys.ts'
import { findUsagePlan } from './usage-plans.ts'
import { nothingUsed } from './usage-reader.ts'
import { daysBetween, usageOutput } from './usage.ts'

const longestDays = 90

/** Of each key `[used, remaining]` for each day, the last included. Limits from memory; sentences guessed. */
export function getUsage(call: Call, input: GetUsageRequest): Usage {
  const plan = findUsagePlan(call, input.usagePlanId)
  const startDate = checkDate(input.startDate, 'startDate')
  const endDate = checkDate(input.endDate, 'endDate')
  if (startDate > endDate) throw badRequest('Invalid date range specified: startDate must not be after endDate')
  if (Date.parse(endDate) - Date.parse(startDate) > longestDays * 24 * 60 * 60 * 1000) {
    throw badRequest(`Invalid date range specified: at most ${longestDays} days`)
  }
  const keys = planKeys(call, plan.id).filter(({ keyId }) => input.keyId === undefined || keyId === input.keyId)
  const { items, position } = page(keys, input.position, input.limit)
  const keyIds = items.map(({ keyId }) => keyId)
  return { ...usageOutput(call.usage ?? nothingUsed, call.unit.place, plan, keyIds, { startDate, endDate }), position }
}

function checkDate(date: string | undefined, name: string): string {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(date ?? '') && daysBetween(date ?? '', date ?? '').length === 1
  if (!isDate) throw badRequest(`Invalid ${name} specified. Must be of the form YYYY-MM-DD`)
  return date ?? ''
}
