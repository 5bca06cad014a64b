import { readFileSync, writeFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { z } from 'zod'
import type { Emulator } from '../emulator.ts'
import { badRequest } from '../lib/aws-error.ts'
import type { Place } from '../lib/store.ts'
import { worldPlace } from '../world/kept-world.ts'
import { action, type DirectorAction } from './action.ts'

const place = z.strictObject({ file: z.string().refine(isAbsolute, 'the whole path of a file') })

const row = z.strictObject({
  account: z.string(),
  region: z.string(),
  kind: z.string().min(1),
  id: z.string().min(1),
  value: z.unknown(),
})

/** Rows as the store keeps them: data only, nothing in it is run. */
const world = z.strictObject({
  format: z.literal('callboard-emulator-world'),
  version: z.literal(1),
  /** The past of the stages is worked out from it. */
  seed: z.number(),
  now: z.number(),
  rows: z.array(row),
})

/** Saves everything of every account in a file, and takes it in again. */
export function worldFileActions(emulator: Emulator): Record<string, DirectorAction> {
  return {
    'POST save': action(place, ({ file }) => saveWorld(emulator, file)),
    'POST load': action(place, ({ file }) => loadWorld(emulator, file)),
  }
}

const isSaved = ({ account }: Place) => account !== worldPlace.account

function saveWorld({ store, clock, seed, held }: Emulator, file: string) {
  // What keys have used is counted in memory between two writes.
  held.usage.flush()
  const rows = store.everything().filter(isSaved)
  const saved: z.input<typeof world> = { format: 'callboard-emulator-world', version: 1, seed, now: clock.now(), rows }
  onDisk(() => writeFileSync(file, JSON.stringify(saved)))
  return { rows: rows.length }
}

/** The clock goes on to when the world was saved, if that is later: it never runs backwards. */
function loadWorld({ store, clock, seed, traffic, held }: Emulator, file: string) {
  const read = world.safeParse(parsed(onDisk(() => readFileSync(file, 'utf8'))))
  if (!read.success) throw badRequest(`The file holds no world: ${z.prettifyError(read.error)}`)
  const { seed: madeWith, now, rows } = read.data
  if (madeWith !== seed) throw badRequest(`This world was made with the seed ${madeWith}: start the emulator with it`)
  store.clear(isSaved)
  traffic.forget(isSaved)
  held.forget(isSaved)
  store.commit(rows.filter(isSaved).map((one) => ({ ...one, value: one.value })))
  if (now > clock.now()) clock.moveTo(now)
  return { rows: rows.length }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badRequest('The file holds no JSON')
  }
}

function onDisk<Result>(act: () => Result): Result {
  try {
    return act()
  } catch (error) {
    throw badRequest(error instanceof Error ? error.message : String(error))
  }
}
