class Capability {
  readonly #changeId: string

  constructor(changeId: string) {
    this.#changeId = changeId
  }

  /** The change in whose name AWS is called. */
  get changeId(): string {
    return this.#changeId
  }
}

/**
 * The right to write to AWS. Only its type leaves this file, and nothing but the class itself has its private field; so a
 * write that the change engine didn't allow doesn't compile. `grantWrite` may be imported by `changes/` alone.
 */
export type WriteCapability = Capability

export const grantWrite = (changeId: string): WriteCapability => new Capability(changeId)
