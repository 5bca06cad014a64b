import type { FleetRow, StageHealth } from '@callboard/shared-types/apis/apis.schemas'
import { staleCanaryMs } from '@callboard/shared-types/canary/canary-rules'
import { fromInstant } from '@callboard/shared-types/lib/instant'
import { percent, share } from '../lib/format'
import type { StatusIcon } from '../ui/status'
import type { Tone } from '../ui/tone'

/** Worst first: in this order a stage's statuses are shown and sorted. */
export const statusWords = ['degraded', 'changing', 'canary', 'unknown', 'no-traffic', 'healthy'] as const
export type StatusWord = (typeof statusWords)[number]

export interface StageStatus {
  word: StatusWord
  text: string
}

export const statusLooks: Record<StatusWord, { name: string; icon: StatusIcon; tone: Tone }> = {
  degraded: { name: 'Degraded', icon: 'bad', tone: 'bad' },
  changing: { name: 'Cache changing', icon: 'changing', tone: 'warn' },
  canary: { name: 'Canary', icon: 'canary', tone: 'canary' },
  unknown: { name: 'Unknown', icon: 'unknown', tone: 'off' },
  'no-traffic': { name: 'No traffic', icon: 'off', tone: 'off' },
  healthy: { name: 'Healthy', icon: 'ok', tone: 'ok' },
}

/** What is known of a stage's traffic: still on its way, not to be had, or there. */
export type HealthState = 'loading' | 'failed' | StageHealth

/** @param now world time, epoch milliseconds */
export const isStaleCanary = ({ canary, lastChange }: Pick<FleetRow, 'canary' | 'lastChange'>, now: number): boolean =>
  canary !== null && now - fromInstant(lastChange.at) > staleCanaryMs

const alarming: StatusWord[] = ['degraded', 'changing', 'unknown']

export const needsAttention = (statuses: StageStatus[], stale: boolean): boolean =>
  stale || statuses.some(({ word }) => alarming.includes(word))

type Subject = Pick<FleetRow, 'canary' | 'cacheClusterStatus'>

/**
 * Everything that is to be said of a stage; empty while nothing is known yet.
 * @param stale its canary was left alone for long
 */
export function statusesOf(row: Subject, health: HealthState, stale = false): StageStatus[] {
  const found: StageStatus[] = []
  if (typeof health === 'object' && health.health === 'degraded') {
    const rate = health.errorRate === null ? '' : ` 5XX ${percent(health.errorRate)}`
    found.push({ word: 'degraded', text: `Degraded${rate}` })
  }
  if (row.cacheClusterStatus.endsWith('_IN_PROGRESS')) found.push({ word: 'changing', text: 'Cache changing' })
  if (row.canary)
    found.push({ word: 'canary', text: `Canary ${share(row.canary.percentTraffic)}${stale ? ', stale' : ''}` })
  if (health === 'failed' || (typeof health === 'object' && health.health === 'unknown')) {
    found.push({ word: 'unknown', text: 'Unknown' })
  }
  if (typeof health !== 'object') return found
  if (health.health === 'no_traffic') found.push({ word: 'no-traffic', text: 'No traffic' })
  if (health.health === 'healthy' && found.length === 0) found.push({ word: 'healthy', text: 'Healthy' })
  return found
}
