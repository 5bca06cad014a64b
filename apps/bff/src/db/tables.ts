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

/** How a stage was seen to be, once for each time that it was other than before. Instants are world time. */
export interface SnapshotTable {
  id: string
  account_id: string
  region: string
  kind: string
  api_id: string
  stage: string
  /** Counts the stage's snapshots from 1. */
  n: number
  /** The stage's incarnation. */
  stage_created_ms: number
  /** Since when it was so, as far as that is known. */
  at_ms: number
  seen_ms: number
  /** Process time of the look: an answer that was asked for earlier is older than this. */
  process_ms: number
  /** When AWS says that the stage was last updated. */
  aws_ms: number
  /** 1 where the stage was found to be gone; config and tags are then those of before. */
  gone: number
  /** `first`, `callboard` or `outside`. */
  origin: string
  change_id: string | null
  /** Of config and tags. */
  hash: string
  config: string
  tags: string
}

/** Changes from outside of which it isn't known yet who did them: CloudTrail tells some minutes later. World time. */
export interface NamingTable {
  change_id: string
  from_ms: number
  to_ms: number
  /** AWS's names of the operations that can have done it, separated by commas. */
  operations: string
  /** When it's asked next, and after which it isn't asked any more. */
  next_ms: number
  last_ms: number
  /** What the activity was told last, so that it isn't told twice. */
  said: string | null
}

/** Deployments that were listed at some time; AWS forgets those that are deleted. */
export interface KnownDeploymentTable {
  account_id: string
  region: string
  api_id: string
  deployment_id: string
  description: string
  created_ms: number
  /** When it was first missed. */
  gone_ms: number | null
}

/** Which document a deployment's definition is, or why there is none. */
export interface DefinitionTable {
  account_id: string
  region: string
  api_id: string
  deployment_id: string
  kept_ms: number
  hash: string | null
  failure: string | null
}

/** Definitions by the hash of their text: equal ones are kept once. */
export interface DocumentTable {
  hash: string
  body: string
}

/** Metrics that were paid for, by day (`2026-01-15`, UTC). */
export interface SpendingTable {
  account_id: string
  region: string
  day: string
  metrics: number
}

export interface Tables {
  change: ChangeTable
  change_row: ChangeRowTable
  lease: LeaseTable
  secret: SecretTable
  usage_day: UsageDayTable
  usage_kept: UsageKeptTable
  key_task: KeyTaskTable
  snapshot: SnapshotTable
  naming: NamingTable
  known_deployment: KnownDeploymentTable
  definition: DefinitionTable
  document: DocumentTable
  spending: SpendingTable
}
