import { createHash } from 'node:crypto'
import type { AwsConnection } from '../aws/connections.ts'
import { seenDeployment, type SeenDeployment } from '../aws/seen-deployment.ts'
import type { Log } from '../lib/log.ts'
import type { Database } from './connect.ts'

/** An API of an account and region. */
export interface ApiPlace {
  accountId: string
  region: string
  apiId: string
}

/** A deployment that AWS doesn't list any more. */
export type GoneDeployment = SeenDeployment & { goneMs: number }

/** When the definition of a deployment was kept, or why it couldn't be. */
export interface Keeping {
  keptMs: number
  hash: string | null
  failure: string | null
}

/** Deployments that were ever listed, and the definitions of those that were seen live. */
export class Definitions {
  readonly #db: Database
  readonly #log: Log
  /** The list as it was noted last, by API. */
  readonly #noted = new Map<string, string>()
  #turn: Promise<void> = Promise.resolve()

  constructor(db: Database, log: Log) {
    this.#db = db
    this.#log = log
  }

  /** Notes every list of deployments that this connection gets. */
  follow(connection: AwsConnection, worldMs: () => number): void {
    const { accountId, region } = connection.config
    connection.onDeploymentsRead = (apiId, deployments) => {
      this.#turn = this.#turn
        .then(() => this.#note({ accountId, region, apiId }, deployments, worldMs()))
        .catch((error: unknown) => this.#log.warn({ error, apiId }, 'the list of deployments could not be kept'))
    }
  }

  /** Until all lists so far have been noted. */
  noted = (): Promise<void> => this.#turn

  async #note(place: ApiPlace, deployments: SeenDeployment[], nowMs: number): Promise<void> {
    const key = Object.values(place).join('/')
    const text = JSON.stringify(deployments.map(({ id, description }) => [id, description]))
    if (this.#noted.get(key) === text) return
    await this.#db.transaction().execute(async (tx) => {
      const known = await tx
        .selectFrom('known_deployment')
        .where((eb) => eb.and(columns(place)))
        .selectAll()
        .execute()
      const before = new Map(known.map((of) => [of.deployment_id, of]))
      const there = new Set(deployments.map(({ id }) => id))
      const fresh = deployments.filter(({ id }) => !before.has(id))
      if (fresh.length > 0)
        await tx
          .insertInto('known_deployment')
          .values(fresh.map((of) => ({ ...columns(place), ...describing(of), deployment_id: of.id, gone_ms: null })))
          .execute()
      const update = (id: string, values: { description?: string; gone_ms: number | null }) =>
        tx
          .updateTable('known_deployment')
          .set(values)
          .where((eb) => eb.and(columns(place)))
          .where('deployment_id', '=', id)
          .execute()
      for (const { id, description } of deployments) {
        const was = before.get(id)
        if (was && (was.gone_ms !== null || was.description !== description))
          await update(id, { description, gone_ms: null })
      }
      for (const { deployment_id: id, gone_ms } of known)
        if (gone_ms === null && !there.has(id)) await update(id, { gone_ms: nowMs })
    })
    this.#noted.set(key, text)
  }

  /** Newest first. */
  async gone(place: ApiPlace): Promise<GoneDeployment[]> {
    const rows = await this.#db
      .selectFrom('known_deployment')
      .where((eb) => eb.and(columns(place)))
      .where('gone_ms', 'is not', null)
      .orderBy('created_ms', 'desc')
      .selectAll()
      .execute()
    return rows.map((of) => ({
      ...seenDeployment({ id: of.deployment_id, description: of.description }),
      createdMs: of.created_ms,
      goneMs: of.gone_ms!,
    }))
  }

  /** What is kept of an API's definitions, by deployment. */
  async kept(place: ApiPlace): Promise<Map<string, Keeping>> {
    const rows = await this.#db
      .selectFrom('definition')
      .where((eb) => eb.and(columns(place)))
      .selectAll()
      .execute()
    return new Map(
      rows.map(({ deployment_id, kept_ms, hash, failure }) => [deployment_id, { keptMs: kept_ms, hash, failure }]),
    )
  }

  /** Keeps a deployment's definition, or why AWS didn't give it; equal documents are stored once. */
  async keep(place: ApiPlace, id: string, keptMs: number, { body, failure }: { body?: string; failure?: string }) {
    const hash = body === undefined ? null : createHash('sha256').update(body).digest('hex')
    const values = { kept_ms: keptMs, hash, failure: failure ?? null }
    await this.#db.transaction().execute(async (tx) => {
      if (hash)
        await tx
          .insertInto('document')
          .values({ hash, body: body! })
          .onConflict((conflict) => conflict.column('hash').doNothing())
          .execute()
      await tx
        .insertInto('definition')
        .values({ ...columns(place), deployment_id: id, ...values })
        .onConflict((conflict) =>
          conflict.columns(['account_id', 'region', 'api_id', 'deployment_id']).doUpdateSet(values),
        )
        .execute()
    })
  }

  /** The document as it was kept, parsed. */
  async document(place: ApiPlace, deploymentId: string): Promise<unknown> {
    const found = await this.#db
      .selectFrom('definition')
      .innerJoin('document', 'document.hash', 'definition.hash')
      .where((eb) => eb.and(columns(place)))
      .where('deployment_id', '=', deploymentId)
      .select('body')
      .executeTakeFirst()
    return found && (JSON.parse(found.body) as unknown)
  }
}

const columns = ({ accountId, region, apiId }: ApiPlace) => ({ account_id: accountId, region, api_id: apiId })

const describing = ({ description, createdMs }: SeenDeployment) => ({ description, created_ms: createdMs })
