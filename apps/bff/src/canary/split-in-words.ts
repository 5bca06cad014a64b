import type { Present } from '../changes/intent.ts'
import type { Ctx } from '../lib/context.ts'
import { callsPerMinute } from '../lib/traffic-now.ts'

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const tenth = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

export const shareText = (percent: number): string => `${tenth.format(percent)} %`

/** What each side will get at the present rate; a plan is worth having without. */
export async function splitInWords(ctx: Ctx, present: Present, percent: number): Promise<string[]> {
  const calls = await callsPerMinute(ctx, present).catch(() => undefined)
  if (calls === undefined) return ['traffic unknown: CloudWatch did not answer']
  if (calls === null) return ['no calls in the last 5 minutes']
  const canary = (calls * percent) / 100
  return [
    `about ${whole.format(canary)} calls a minute on the canary, ${whole.format(calls - canary)} on the base; each call is drawn at random`,
  ]
}
