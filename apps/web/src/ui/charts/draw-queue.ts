import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

const waiting = new Set<() => void>()
let running = false

/** Draws one thing at a time, each in a task of its own: between two the page takes clicks and paints. */
function queueDraw(draw: () => void): () => void {
  waiting.add(draw)
  if (!running) {
    running = true
    setTimeout(next)
  }
  return () => waiting.delete(draw)
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
  useEffect(() => {
    if (wanted === null || wanted === shown) return
    return queueDraw(() => flushSync(() => setShown(wanted)))
  }, [wanted, shown])
  return shown
}
