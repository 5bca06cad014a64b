import { useEffect, useState } from 'react'

const pauseMs = 300

/**
 * Text that is typed here and kept elsewhere, such as in the URL: each letter shows at once, and is handed on when the
 * typing pauses. What changes it elsewhere wins.
 */
export function useDraft(
  kept: string,
  onKeep: (text: string) => void,
): [draft: string, setDraft: (text: string) => void] {
  const [draft, setDraft] = useState(kept)
  const [before, setBefore] = useState(kept)
  const [handedOn, setHandedOn] = useState(kept)
  if (kept !== before) {
    setBefore(kept)
    if (kept !== handedOn) {
      setHandedOn(kept)
      setDraft(kept)
    }
  }
  useEffect(() => {
    if (draft === handedOn) return
    const timer = setTimeout(() => {
      setHandedOn(draft)
      onKeep(draft)
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [draft, handedOn, onKeep])
  return [draft, setDraft]
}
