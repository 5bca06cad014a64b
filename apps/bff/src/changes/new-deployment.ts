import { setTimeout as sleep } from 'node:timers/promises'
import type { SeenDeployment } from '../aws/seen-deployment.ts'
import type { Clocks } from '../lib/clock.ts'
import { lastOf, type Path, type Rows, type StoredRow } from './rows.ts'

/** Stands for the id of a deployment that isn't made yet: in states, operations and, as a shell's variable, in commands. */
export const NEW_DEPLOYMENT = '$DEPLOYMENT'

/** A copy with the id in the place of what stood for it. */
export const withDeployment = <T>(value: T, id: string | undefined): T =>
  id === undefined
    ? value
    : (JSON.parse(JSON.stringify(value).replaceAll(JSON.stringify(NEW_DEPLOYMENT), JSON.stringify(id))) as T)

/** The states of a change, with the id of the deployment that was made on the way, as far as it's known. */
export function pathOf(rows: StoredRow[]): Path {
  const created = rows.flatMap(({ body }) =>
    (body.kind === 'answered' || body.kind === 'found') && body.created ? [body.created] : [],
  )[0]
  const led = lastOf(rows, 'pending') ?? lastOf(rows, 'seen')
  return withDeployment(led?.body.path ?? [], created)
}

/** AWS dates to the second, by a clock that may be a little off ours. */
const slackMs = 120_000

/** The step in which a deployment was to be made, if AWS never answered it. */
function unansweredCreate(rows: StoredRow[]): { step: number; description: string; sentAtMs: number } | undefined {
  const pending = lastOf(rows, 'pending')
  const sent = lastOf(rows, 'sent')
  const step = sent?.body.step
  const operation = step === undefined ? undefined : pending?.body.operations[step]
  if (!sent || step === undefined || operation?.operation !== 'CreateDeployment') return undefined
  const answer = lastOf(rows, 'answered')?.body
  if (lastOf(rows, 'found') || (answer?.step === step && answer.proof !== 'unknown')) return undefined
  return { step, description: operation.input['description'] as string, sentAtMs: sent.atMs }
}

interface Looking {
  rows: Rows
  clocks: Clocks
  patienceMs: number
  listDeployments: () => Promise<SeenDeployment[]>
}

/**
 * Looks for a deployment whose making was never answered: one that wasn't there before, with the description that was
 * sent, made since. Writes down what was found.
 * @returns false where several fit, so that nobody can say
 */
export async function findUnanswered(
  changeId: string,
  { rows, clocks, patienceMs, listDeployments }: Looking,
): Promise<boolean> {
  const stored = await rows.of(changeId)
  const create = unansweredCreate(stored)
  if (!create) return true
  const known = new Set(lastOf(stored, 'pending')?.body.knownDeployments)
  const lastMs = stored.at(-1)!.processMs
  for (;;) {
    const fitting = (await listDeployments()).filter(
      ({ id, description, createdMs }) =>
        !known.has(id) && description === create.description && createdMs >= create.sentAtMs - slackMs,
    )
    if (fitting.length > 1) return false
    const found = fitting[0]?.id ?? null
    if (found || clocks.processMs() - lastMs >= patienceMs) {
      await rows.append(changeId, { kind: 'found', step: create.step, created: found })
      return true
    }
    await sleep(200)
  }
}
