import { useEffect, type ReactNode } from 'react'

/** Names the browser's tab after what is shown. */
export function useTitle(title: string) {
  useEffect(() => {
    document.title = `${title} · Callboard`
  }, [title])
}

interface PageHeadProps {
  title: ReactNode
  note?: ReactNode
  children?: ReactNode
}

export function PageHead({ title, note, children }: PageHeadProps) {
  return (
    <div className="mb-3 flex min-h-8 flex-wrap items-center gap-x-2.5 gap-y-1">
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      {note && <div className="text-ink-3 flex flex-wrap items-center gap-x-1.5 text-xs">{note}</div>}
      {children && <div className="ml-auto flex items-center gap-2">{children}</div>}
    </div>
  )
}
