import { useEffect, useState } from 'react'

/** Pixels within the last moments: about a notch of a wheel. */
const flight = 100
/** In which what was moved counts half: several slow frames in a row don't make a flight look like a rest. */
const momentMs = 150
/** Nothing is let in before a pause of typing this long: what the next letter takes away isn't worth drawing. */
const pauseMs = 250
/** A frame that took longer than this was too full. */
const frameMs = 20
const mostAFrame = 8

/** What lets the parts in, in the order they came. */
const waiting = new Set<() => void>()
let running = false
let lastY = 0
let lastAt = 0
let moved = 0
let aFrame = 1
let typedAt = -Infinity
document.addEventListener('input', () => (typedAt = performance.now()), { capture: true, passive: true })

/** Lets parts in, the first come first, as many a frame as the machine can draw; none while the page flies past or somebody types. */
function nextFrame(at: number) {
  const gone = at - lastAt
  moved = moved * 0.5 ** (gone / momentMs) + Math.abs(window.scrollY - lastY)
  lastY = window.scrollY
  lastAt = at
  aFrame = gone > frameMs ? 1 : Math.min(aFrame + 1, mostAFrame)
  if (moved < flight && at - typedAt > pauseMs) {
    let left = aFrame
    for (const fill of waiting) {
      if (left-- <= 0) break
      waiting.delete(fill)
      fill()
    }
  }
  running = waiting.size > 0
  if (running) requestAnimationFrame(nextFrame)
}

/**
 * For parts of long tables that cost much to draw: false at first, true once their turn has come. What is only scrolled
 * past never gets it.
 */
export function useFilled(): boolean {
  const [filled, setFilled] = useState(false)
  useEffect(() => {
    const fill = () => setFilled(true)
    waiting.add(fill)
    if (!running) {
      running = true
      lastY = window.scrollY
      lastAt = performance.now()
      requestAnimationFrame(nextFrame)
    }
    return () => void waiting.delete(fill)
  }, [])
  return filled
}
