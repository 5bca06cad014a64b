import { useQuery } from '@tanstack/react-query'
import { api } from '../lib/api'

/** What a plan's keys used; AWS counts minutes late, so asking more often shows nothing new. */
export const usePlanUsage = (connection: string, planId: string, days: number) =>
  useQuery(api.plans.usage.queryOptions({ input: { connection, planId, days }, refetchInterval: 60_000 }))

export type PlanUsageQuery = ReturnType<typeof usePlanUsage>
