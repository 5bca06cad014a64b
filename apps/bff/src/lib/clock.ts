/** The two clocks of the house, both in epoch milliseconds. */
export interface Clocks {
  /** For sockets, sessions, budgets and leases. */
  processMs: () => number
  /** For all that AWS dates: the system clock on real AWS, the emulator's where `start` runs it. */
  worldMs: () => number
  /** How many world seconds pass in a process second; 0 while it stands. */
  worldSpeed: () => number
}

export const systemClocks: Clocks = {
  processMs: () => Date.now(),
  worldMs: () => Date.now(),
  worldSpeed: () => 1,
}

/** A world clock that somebody else sets: between two settings it goes on at the speed last told. */
export class FollowedWorldClock implements Clocks {
  #worldMs: number
  #speed: number
  #setAtMs: number
  readonly #process: () => number

  constructor(start: { worldMs: number; speed: number }, processMs: () => number = () => Date.now()) {
    this.#process = processMs
    this.#worldMs = start.worldMs
    this.#speed = start.speed
    this.#setAtMs = processMs()
  }

  processMs = () => this.#process()
  worldMs = () => Math.round(this.#worldMs + (this.#process() - this.#setAtMs) * this.#speed)
  worldSpeed = () => this.#speed

  /** @returns whether it jumped (by more than a second) or changed its speed */
  set(to: { worldMs: number; speed: number }): boolean {
    const jumped = Math.abs(to.worldMs - this.worldMs()) > 1_000 || to.speed !== this.#speed
    this.#worldMs = to.worldMs
    this.#speed = to.speed
    this.#setAtMs = this.#process()
    return jumped
  }
}
