import { useEffect, useState, type RefObject } from 'react'

/** So far outside the window something is drawn already, in pixels. */
const nearPx = 300

/** True from the moment the element has come near what is in view, and how wide it is then, in pixels. */
export function useNear(ref: RefObject<HTMLElement | null>): { near: boolean; width: number } {
  const [near, setNear] = useState(false)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = ref.current!
    const sizes = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)))
    sizes.observe(element)
    const views = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        setNear(true)
        views.disconnect()
      },
      { rootMargin: `${nearPx}px 0px` },
    )
    views.observe(element)
    return () => {
      sizes.disconnect()
      views.disconnect()
    }
  }, [ref])
  return { near, width }
}
