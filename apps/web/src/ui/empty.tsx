import type { ReactNode } from 'react'

/** Nothing here, and what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-1.5 px-6 py-12 text-center">
      <p className="font-semibold">{title}</p>
      {children && <div className="text-ink-2 max-w-prose text-sm">{children}</div>}
    </div>
  )
}
