import { useEffect, useRef, useState, type RefObject } from 'react'

/** True from the moment the element has come into view. */
export function useSeen(): [ref: RefObject<HTMLSpanElement | null>, seen: boolean] {
  const ref = useRef<HTMLSpanElement>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (seen || !ref.current) return
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setSeen(true),
    )
    observer.observe(ref.current)
    return () => observer.disconnect()
  }, [seen])
  return [ref, seen]
}
