import type { CanaryRecord } from '../apigateway/records.ts'
import type { Random } from '../lib/random.ts'

/** Each request is drawn by the ratio, without stickiness (documented); 100 % takes all (recorded). */
export function pickCanary(canary: CanaryRecord | undefined, random: Random): boolean {
  return canary !== undefined && random() * 100 < canary.percentTraffic
}
