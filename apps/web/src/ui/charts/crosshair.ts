import { createContext } from 'react'

type Listener = (at: number | null) => void

/**
 * Carries the pointer's moment to all charts of a page without a render of React, once a frame: on the way from one chart
 * to the next nothing vanishes.
 */
export class Crosshair {
  #listeners = new Set<Listener>()
  #shown: number | null = null
  #wanted: number | null = null
  #frame: number | undefined

  show(at: number | null) {
    this.#wanted = at
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined
      if (this.#wanted === this.#shown) return
      this.#shown = this.#wanted
      for (const listener of this.#listeners) listener(this.#shown)
    })
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
