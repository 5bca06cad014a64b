/** The immutable head of a change; what became of it is in its rows. Instants are epoch milliseconds. */
export interface ChangeTable {
  id: string
  at_ms: number
  verb: string
  title: string
  connection: string
  account_id: string
  region: string
  kind: string
  api_id: string
  api_name: string
  stage: string
  stage_created_ms: number
  production: number
  actor_kind: string
  actor_issuer: string
  actor_subject: string
  actor_name: string
  reason: string
  undoes: string | null
  /** The plan as it was shown (JSON). */
  plan: string
  /** Lower-case text that the activity's search looks in. */
  search: string
}

/** Append-only: planned, pending, sent, answered … ended, settled. */
export interface ChangeRowTable {
  change_id: string
  seq: number
  kind: string
  /** World time. */
  at_ms: number
  /** Process time, for how long ago a call was sent. */
  process_ms: number
  /** Which process wrote it. */
  owner: string
  /** Only in `ended` and `settled`. */
  status: string | null
  /** JSON, its shape by kind: see changes/rows.ts. */
  body: string
}

/** Who may write to a stage now; ends by itself (process time) unless extended. */
export interface LeaseTable {
  key: string
  owner: string
  expires_ms: number
}

export interface SecretTable {
  name: string
  value: string
}

/** What a key used of a plan on a day that is over, `2026-01-15` in UTC. Without a row it used nothing, if the day was kept. */
export interface UsageDayTable {
  account_id: string
  region: string
  plan_id: string
  day: string
  key_id: string
  used: number
}

/** The days of a plan that were kept. */
export interface UsageKeptTable {
  account_id: string
  region: string
  plan_id: string
  day: string
}

/** What the clock will do with a key: expire, delete, rotate. */
export interface KeyTaskTable {
  id: string
  account_id: string
  region: string
  key_id: string
  /** Of a rotation: the key that comes in its place, once it's made. */
  other_key_id: string | null
  kind: string
  status: string
  by_name: string
  /** World time. */
  created_ms: number
  outcome: string
  /** JSON, its shape by kind: see db/key-tasks.ts. */
  body: string
}

export interface Tables {
  change: ChangeTable
  change_row: ChangeRowTable
  lease: LeaseTable
  secret: SecretTable
  usage_day: UsageDayTable
  usage_kept: UsageKeptTable
  key_task: KeyTaskTable
}
