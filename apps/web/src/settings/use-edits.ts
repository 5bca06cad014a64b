import { useState } from 'react'
import { noEdits, type Edits } from './edits'

const kept = new Map<string, Edits>()

/** Edits that outlive their page: another tab doesn't lose what was typed here. */
export function useEdits(stage: string): [Edits, (edits: Edits) => void] {
  const [edits, setEdits] = useState(() => kept.get(stage) ?? noEdits)
  return [
    edits,
    (next) => {
      kept.set(stage, next)
      setEdits(next)
    },
  ]
}
