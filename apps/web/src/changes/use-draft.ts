import { useState } from 'react'

const drafts = new Map<string, string>()

/** A text that outlives its form: closing a review doesn't lose what was typed. */
export function useDraft(id: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => drafts.get(id) ?? '')
  const keep = (next: string) => {
    drafts.set(id, next)
    setText(next)
  }
  return [text, keep]
}

export const dropDraft = (id: string): boolean => drafts.delete(id)
