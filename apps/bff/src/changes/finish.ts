import { setTimeout as sleep } from 'node:timers/promises'
import type { Clocks } from '../lib/clock.ts'
import { AppError, isAppError } from '../lib/errors.ts'
import { createdIn, findUnanswered } from './making.ts'
import { ASK_AGAIN, endsUnseen, factsOf, judge, type End } from './outcome.ts'
import type { Rows, State } from './rows.ts'
import type { AnySubject } from './subjects.ts'
import { isAbsent } from './absent.ts'

interface Finishing {
  rows: Rows
  clocks: Clocks
  settleMs: number
  subject: AnySubject
}

/**
 * Ends a change by its rows and by what AWS shows: the same way after a call as after a crash. Needs the lease of what it changed.
 * @returns undefined where AWS can't be asked now: the change stays pending, to be finished later
 */
export async function finish(
  changeId: string,
  { rows, clocks, settleMs: patience, subject }: Finishing,
): Promise<End | undefined> {
  try {
    if (!(await findUnanswered(changeId, { rows, clocks, patienceMs: patience, makings: subject.makings })))
      return await end({
        status: 'unclear',
        outcome: 'Several new things fit what was to be made',
        effects: [],
        metAnother: true,
      })
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
  const stored = await rows.of(changeId)
  const made = createdIn(stored)
  if (made) subject.isNow?.(made)
  const facts = factsOf(stored)
  const gone: End = {
    status: 'unclear',
    outcome: `The ${subject.noun} is gone from AWS`,
    effects: [],
    metAnother: true,
  }
  for (let wait = 50; ; wait = Math.min(wait * 2, 1_000)) {
    let present: State | undefined
    try {
      present = endsUnseen(facts) ? undefined : await look()
    } catch (error) {
      if (!isAppError(error, 'not_found')) return undefined
      return await end(gone)
    }
    if (present && isAbsent(present) && !facts.path.some(isAbsent)) return await end(gone)
    const verdict = judge(facts, present, clocks.processMs() - facts.lastMs < patience)
    if (verdict !== ASK_AGAIN) return await end(verdict)
    await sleep(wait)
  }

  async function look(): Promise<State> {
    return subject.stateOf(await subject.look(), Object.assign({}, ...facts.path))
  }

  async function end(verdict: End): Promise<End> {
    await subject.ending?.(changeId, verdict)
    await rows.append(changeId, { kind: 'ended', ...verdict })
    return verdict
  }
}
