import { createContext } from 'react'

type Listener = (at: number | null) => void

/** Carries the pointer's moment to all charts of a page without a render of React. */
export class Crosshair {
  #listeners = new Set<Listener>()
  #at: number | null = null

  show(at: number | null) {
    if (at === this.#at) return
    this.#at = at
    for (const listener of this.#listeners) listener(at)
  }

  follow(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

interface Group {
  crosshair: Crosshair
  /** Shows a part of the time only. Epoch milliseconds. */
  zoom: (from: number, to: number) => void
}

export const ChartGroupContext = createContext<Group | null>(null)
