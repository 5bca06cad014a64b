import type { Present } from '../changes/wish.ts'
import type { Ctx } from '../lib/context.ts'
import { trafficNow } from '../lib/traffic-now.ts'

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const tenth = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

export const shareText = (percent: number): string => `${tenth.format(percent)} %`

/** What each side will get at the present rate. */
export const splitInWords = (ctx: Ctx, present: Present, percent: number): Promise<string[]> =>
  trafficNow(ctx, present, (calls) => {
    const canary = (calls * percent) / 100
    return `about ${whole.format(canary)} calls a minute on the canary, ${whole.format(calls - canary)} on the base; each call is drawn at random`
  })
