import type { QueryStatus } from '@aws-sdk/client-cloudwatch-logs'
import type { Place } from '../../lib/store.ts'
import type { Field } from './pipeline.ts'

/** A query that was started, and how far it has come. */
export type Query = {
  id: string
  place: Place
  text: string
  groups: string[]
  startedAt: number
  status: QueryStatus
  results: Field[][]
  statistics: { recordsMatched: number; recordsScanned: number; bytesScanned: number }
}

const kept = 100

/** The latest queries of all places; AWS keeps results for seven days. */
export class QueryResults {
  readonly #queries = new Map<string, Query>()

  add(query: Query): void {
    this.#queries.set(query.id, query)
    if (this.#queries.size > kept) this.#queries.delete(this.#queries.keys().next().value ?? '')
  }

  find({ account, region }: Place, id: string): Query | undefined {
    const found = this.#queries.get(id)
    return found?.place.account === account && found.place.region === region ? found : undefined
  }

  list = ({ account, region }: Place): Query[] =>
    [...this.#queries.values()].filter(({ place }) => place.account === account && place.region === region).toReversed()
}
