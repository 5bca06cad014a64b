import type { Person } from '@callboard/shared-types/session/session.schemas'
import type { Connections } from '../aws/connections.ts'
import type { ChangeEngine } from '../changes/engine.ts'
import type { DailySpending } from '../db/daily-spending.ts'
import type { KeyTasks } from '../db/key-tasks.ts'
import type { UsageDays } from '../db/usage-days.ts'
import type { OutsideChanges } from '../changes/outside-changes.ts'
import type { Definitions } from '../db/definitions.ts'
import type { Clocks } from './clock.ts'
import type { Config } from './config.ts'
import type { Events } from './events.ts'
import type { MarkOf } from './key-marks.ts'
import type { LocalAdmin } from './local-admin.ts'
import type { Sessions } from './sessions.ts'

/** What every verb can reach. There is no way to write to AWS but the engine. */
export interface Services {
  config: Config
  clocks: Clocks
  connections: Connections
  engine: ChangeEngine
  /** What stages were seen to be, and who else changed them. */
  outside: OutsideChanges
  definitions: Definitions
  events: Events
  sessions: Sessions
  usageDays: UsageDays
  keyTasks: KeyTasks
  /** Of the fleet's sparklines. */
  sparklineSpending: DailySpending
  /** Of values of API keys. */
  markOf: MarkOf
  /** Only with AUTH=local. */
  localAdmin: LocalAdmin | undefined
}

/** One request. `person` is null for somebody who hasn't come in. */
export interface RequestContext extends Services {
  person: Person | null
  /** Where the request comes from, as far as the connection tells. */
  remoteAddress: string
  /** Aborted when the process is about to end. */
  stopping: AbortSignal
  /** Sets or, with null, takes away the session's cookie. */
  setSession(person: Person | null): Promise<void>
}

/** A request of somebody who came in. */
export interface Ctx extends RequestContext {
  person: Person
}
