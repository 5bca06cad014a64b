import { setTimeout as sleep } from 'node:timers/promises'
import type { AwsOperation } from '@callboard/shared-types/changes/plan.schemas'
import type { Clocks } from '../lib/clock.ts'
import { placeholders } from './placeholders.ts'
import { lastOf, type Path, type Rows, type StoredRow } from './rows.ts'

/** Something that AWS made and that may be what was asked for. Instants are epoch milliseconds. */
export interface Made {
  id: string
  createdMs: number
  fits: boolean
}

/** An operation that AWS answers with the id of what it made; without an answer, what it made has to be recognised. */
export interface Making {
  operation: keyof typeof placeholders
  /** What there is now of the kind, and whether it could be what the operation, as stored, asked for. */
  list(operation: AwsOperation): Promise<Made[]>
}

/** A copy with what stood for something in its place: text that is exactly the placeholder. */
export const withReal = <T>(value: T, placeholder: string, real: string | undefined): T =>
  real === undefined
    ? value
    : (JSON.parse(JSON.stringify(value).replaceAll(JSON.stringify(placeholder), () => JSON.stringify(real))) as T)

/** The states of a change, with the id of what was made on the way, as far as it's known. */
export function pathOf(rows: StoredRow[]): Path {
  const seen = lastOf(rows, 'seen')?.body
  if (seen) return seen.path
  const { path = [], operations = [] } = lastOf(rows, 'pending')?.body ?? {}
  const created = createdIn(rows)
  return operations.reduce((states, { operation }) => withMade(states, operation, created), path)
}

/** A copy with the id of what the operation made. */
export const withMade = <T>(value: T, operation: string, id: string | undefined): T =>
  operation in placeholders ? withReal(value, placeholders[operation as keyof typeof placeholders], id) : value

/** The id of what a change made, as far as it's known. */
export const createdIn = (rows: StoredRow[]): string | undefined =>
  rows.flatMap(({ body }) =>
    (body.kind === 'answered' || body.kind === 'found') && body.created ? [body.created] : [],
  )[0]

/** AWS dates to the second, by a clock that may be a little off ours. */
export const slackMs = 120_000

/** The step in which something was to be made, if AWS never answered it. */
function unansweredMaking(rows: StoredRow[], makings: Making[]) {
  const sent = lastOf(rows, 'sent')
  const step = sent?.body.step
  const operation = step === undefined ? undefined : lastOf(rows, 'pending')?.body.operations[step]
  const making = makings.find((known) => known.operation === operation?.operation)
  if (!sent || step === undefined || !operation || !making) return undefined
  const answer = lastOf(rows, 'answered')?.body
  if (lastOf(rows, 'found') || (answer?.step === step && answer.proof !== 'unknown')) return undefined
  return { step, operation, making, sentAtMs: sent.atMs }
}

interface Looking {
  rows: Rows
  clocks: Clocks
  patienceMs: number
  makings: Making[]
}

/**
 * Looks for what was made without an answer: one that wasn't there before, that fits what was sent, made since. Writes
 * down what was found.
 * @returns false where several fit, so that nobody can say
 */
export async function findUnanswered(
  changeId: string,
  { rows, clocks, patienceMs, makings }: Looking,
): Promise<boolean> {
  const stored = await rows.of(changeId)
  const unanswered = unansweredMaking(stored, makings)
  if (!unanswered) return true
  const { step, operation, making, sentAtMs } = unanswered
  const known = new Set(lastOf(stored, 'pending')?.body.known)
  const lastMs = stored.at(-1)!.processMs
  for (;;) {
    const fitting = (await making.list(operation)).filter(
      ({ id, createdMs, fits }) => fits && !known.has(id) && createdMs >= sentAtMs - slackMs,
    )
    if (fitting.length > 1) return false
    const found = fitting[0]?.id ?? null
    if (found || clocks.processMs() - lastMs >= patienceMs) {
      await rows.append(changeId, { kind: 'found', step, created: found })
      return true
    }
    await sleep(200)
  }
}
