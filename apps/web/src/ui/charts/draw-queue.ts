import { useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

const waiting = new Set<() => void>()
let running = false

/**
 * Draws one thing at a time: the first at once, with the data it shows, the others each in a task of its own. Between two
 * the page takes clicks and paints.
 */
function queueDraw(draw: () => void): () => void {
  if (!running) {
    running = true
    setTimeout(next)
    draw()
    return () => {}
  }
  const later = () => flushSync(draw)
  waiting.add(later)
  return () => waiting.delete(later)
}

function next() {
  const [draw] = waiting
  if (!draw) return void (running = false)
  waiting.delete(draw)
  draw()
  setTimeout(next)
}

/** What is to be drawn, once its turn has come; until then what was drawn before. Null waits. */
export function useQueued<T extends object>(wanted: T | null): T | null {
  const [shown, setShown] = useState<T | null>(null)
  // Before the browser paints: what is drawn at once is in the same picture as what is around it.
  useLayoutEffect(() => {
    if (wanted === null || wanted === shown) return
    return queueDraw(() => setShown(wanted))
  }, [wanted, shown])
  return shown
}
