import { startTransition, useEffect, useState } from 'react'

/** Shorter than what a row that is scrolled past stays on the page, longer than a few frames. */
const momentMs = 120

/** True once it has been on the page for a moment: what is only scrolled past isn't worth drawing. */
export function useStayed(): boolean {
  const [stayed, setStayed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setStayed(true)), momentMs)
    return () => clearTimeout(timer)
  }, [])
  return stayed
}
