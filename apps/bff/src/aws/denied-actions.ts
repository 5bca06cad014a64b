/** How long a refusal is believed: permissions get mended. */
const believedMs = 5 * 60_000

/** IAM actions that AWS refused lately, so that what needs them can be shown as not allowed before anyone tries again. */
export class DeniedActions {
  readonly #untilMs = new Map<string, number>()
  readonly #nowMs: () => number

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
  }

  note(action: string): void {
    this.#untilMs.set(action, this.#nowMs() + believedMs)
  }

  /** The action went through: it's allowed. */
  clear(action: string): void {
    this.#untilMs.delete(action)
  }

  list(): string[] {
    return [...this.#untilMs].flatMap(([action, until]) => (until > this.#nowMs() ? [action] : [])).toSorted()
  }
}
