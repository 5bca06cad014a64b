import type { ReactNode } from 'react'
import { useTitle } from './page'

interface LostProps {
  title: string
  /** What was looked for, and where. */
  children: ReactNode
  /** The ways back. */
  links: ReactNode
}

/** An address behind which there is nothing. */
export function Lost({ title, children, links }: LostProps) {
  useTitle(title)
  return (
    <div className="mx-auto flex max-w-prose flex-col items-start gap-2 px-4 py-20">
      <p className="text-ink-3 font-mono text-xs">404</p>
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      <div className="text-ink-2">{children}</div>
      <div className="mt-3 flex flex-wrap gap-2">{links}</div>
    </div>
  )
}
