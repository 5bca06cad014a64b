import { z } from 'zod'
import type { Emulator } from '../emulator.ts'
import { badRequest } from '../lib/aws-error.ts'
import { ClockError, isoInstant } from '../lib/clock.ts'
import { keepWorld } from '../world/kept-world.ts'
import { action, type DirectorAction } from './action.ts'

const fastest = 3600

const change = z.union([
  z.strictObject({
    advanceSeconds: z
      .number()
      .min(0)
      .max(400 * 24 * 3600),
  }),
  z.strictObject({ speed: z.number().min(0).max(fastest) }),
  z.strictObject({ now: z.iso.datetime() }),
])

/** Reads the world clock, moves it forward, or sets its speed (world seconds a second, 0 stands still). */
export function clockActions(emulator: Emulator): Record<string, DirectorAction> {
  const { clock, store } = emulator
  const reading = () => ({ now: isoInstant(clock.now()), speed: clock.speed() })
  return {
    'GET clock': action(z.strictObject({}), reading),
    'POST clock': action(change, (input) => {
      if ('speed' in input) clock.setSpeed(input.speed)
      else moveClock(emulator, input)
      keepWorld(store, emulator)
      return reading()
    }),
  }
}

function moveClock({ clock }: Emulator, input: { advanceSeconds: number } | { now: string }): void {
  const target = 'now' in input ? Date.parse(input.now) : clock.now() + input.advanceSeconds * 1000
  try {
    clock.moveTo(target)
  } catch (error) {
    if (error instanceof ClockError) throw badRequest(error.message)
    throw error
  }
}
