import type {
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely'

/** Ends this process as a crash would, before or after it writes the nth row of a change. */
export class KillAtRow implements KyselyPlugin {
  readonly #at: { when: 'before' | 'after'; row: number }
  #row = 0
  readonly #writes = new WeakMap<object, number>()

  constructor(at: { when: 'before' | 'after'; row: number }) {
    this.#at = at
  }

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    if (isRow(node)) {
      this.#writes.set(queryId, ++this.#row)
      if (this.#at.when === 'before' && this.#row === this.#at.row) die()
    }
    return node
  }

  async transformResult({ queryId, result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    if (this.#at.when === 'after' && this.#writes.get(queryId) === this.#at.row) die()
    return result
  }
}

const isRow = (node: RootOperationNode): boolean =>
  node.kind === 'InsertQueryNode' && node.into?.table.identifier.name === 'change_row'

function die(): never {
  process.kill(process.pid, 'SIGKILL')
  for (;;); // the signal may take a moment
}
