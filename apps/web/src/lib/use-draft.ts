import { useCallback, useEffect, useRef, useState } from 'react'

const pauseMs = 300

interface Draft {
  text: string
  /** Each letter. */
  type: (text: string) => void
  /** Hands on at once what was typed last, as when the person goes on to something else. */
  settle: () => void
}

/**
 * Text that is typed here and kept elsewhere, such as in the URL: each letter shows at once, and is handed on when the
 * typing pauses or ends. What changes it elsewhere wins.
 */
export function useDraft(kept: string, onKeep: (text: string) => void): Draft {
  const [text, setText] = useState(kept)
  const [before, setBefore] = useState(kept)
  const [handedOn, setHandedOn] = useState(kept)
  if (kept !== before) {
    setBefore(kept)
    if (kept !== handedOn) {
      setHandedOn(kept)
      setText(kept)
    }
  }
  // Not state: who leaves the field may do so before what they typed is drawn.
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> }>(undefined)
  const keep = useRef(onKeep)
  useEffect(() => {
    keep.current = onKeep
  })
  useEffect(() => () => clearTimeout(waiting.current?.timer), [])
  const settle = useCallback(() => {
    if (!waiting.current) return
    clearTimeout(waiting.current.timer)
    const typed = waiting.current.text
    waiting.current = undefined
    setHandedOn(typed)
    keep.current(typed)
  }, [])
  const type = useCallback(
    (typed: string) => {
      clearTimeout(waiting.current?.timer)
      waiting.current = { text: typed, timer: setTimeout(settle, pauseMs) }
      setText(typed)
    },
    [settle],
  )
  return { text, type, settle }
}
