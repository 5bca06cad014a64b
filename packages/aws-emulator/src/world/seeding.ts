import type { Settings } from '../lib/settings.ts'
import type { Place, Store } from '../lib/store.ts'

export const worldNames = ['empty', 'demo', 'fleet'] as const

/** A world by its name; only the fleet has a size. */
export type World = { world: (typeof worldNames)[number]; stages: number }

export const defaultStages = 2000
export const mostStages = 20_000

/** The account and region of a world; an access key id of the same 12 digits reaches it. */
export const demoPlace: Place = { account: '123456789012', region: 'eu-central-1' }

export type Seeding = { store: Store; seed: number; settings: Settings }
