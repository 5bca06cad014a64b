import { setTimeout as sleep } from 'node:timers/promises'
import type { SeenDeployment } from '../aws/seen-deployment.ts'
import type { SeenStage } from '../aws/seen-stage.ts'
import type { Clocks } from '../lib/clock.ts'
import { AppError, isAppError } from '../lib/errors.ts'
import { findUnanswered } from './new-deployment.ts'
import { ASK_AGAIN, endsUnseen, factsOf, judge, type End } from './outcome.ts'
import type { Rows, State } from './rows.ts'

/** How long AWS may go on showing the state of before (the architecture's read-back). */
export const settleMs = 10_000

interface Finishing {
  rows: Rows
  clocks: Clocks
  settleMs: number
  /** Reads the stage, and the API's deployments, past every cache. */
  readNow: () => Promise<SeenStage>
  listDeployments: () => Promise<SeenDeployment[]>
}

/**
 * Ends a change by its rows and by what AWS shows: the same way after a call as after a crash. Needs the stage's lease.
 * @returns undefined where AWS can't be asked now: the change stays pending, to be finished later
 */
export async function finish(
  changeId: string,
  { rows, clocks, settleMs: patience, readNow, listDeployments }: Finishing,
): Promise<End | undefined> {
  try {
    if (!(await findUnanswered(changeId, { rows, clocks, patienceMs: patience, listDeployments })))
      return await end({ status: 'unclear', outcome: 'Several new deployments fit', effects: [], metAnother: true })
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
  const facts = factsOf(await rows.of(changeId))
  for (let wait = 50; ; wait = Math.min(wait * 2, 1_000)) {
    let present: State | undefined
    try {
      present = endsUnseen(facts) ? undefined : await look()
    } catch (error) {
      if (!isAppError(error, 'not_found')) return undefined
      return await end({ status: 'unclear', outcome: 'The stage is gone from AWS', effects: [], metAnother: true })
    }
    const verdict = judge(facts, present, clocks.processMs() - facts.lastMs < patience)
    if (verdict !== ASK_AGAIN) return await end(verdict)
    await sleep(wait)
  }

  async function look(): Promise<State> {
    const { config, tags } = await readNow()
    const { deployments: about, tags: tagged } = facts.path[0] ?? {}
    const there = about ? (await listDeployments()).filter(({ id }) => id in about) : []
    return {
      ...config,
      ...(tagged && { tags }),
      ...(there.length > 0 && { deployments: Object.fromEntries(there.map(({ id }) => [id, about![id]!])) }),
    }
  }

  async function end(verdict: End): Promise<End> {
    await rows.append(changeId, { kind: 'ended', ...verdict })
    return verdict
  }
}
