import { useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** So few are all drawn: then the browser's own search finds them, and Tab reaches them. */
const allAtOnce = 100

interface WindowRows {
  /** Goes on the element that holds the rows. */
  ref: RefObject<HTMLDivElement | null>
  /** `start` counts from the top of the page. */
  items: VirtualItem[]
  /** Of the holder, from the top of the page, in pixels. */
  top: number
  /** Of all rows together, in pixels. */
  height: number
}

/** Which rows of a long list to draw while the page scrolls past it: those in view, and some around them. All are as high. */
export function useWindowRows(count: number, rowHeight: number, keyOf: (index: number) => string): WindowRows {
  const ref = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  // What stands above the rows comes and goes, and the page's height with it.
  useLayoutEffect(() => {
    const look = () => ref.current && setTop(Math.round(ref.current.getBoundingClientRect().top + window.scrollY))
    look()
    const observer = new ResizeObserver(look)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [])
  // No React Compiler here: the functions it can't memoize are as good as any.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useWindowVirtualizer({
    count,
    estimateSize: () => rowHeight,
    getItemKey: keyOf,
    overscan: count <= allAtOnce ? count : 6,
    scrollMargin: top,
    useFlushSync: false,
  })
  return { ref, items: rows.getVirtualItems(), top, height: rows.getTotalSize() }
}
