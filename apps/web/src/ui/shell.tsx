import { Link } from '@tanstack/react-router'
import { Cable, History, LayoutList, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Logo } from './logo'

const places: { to: '/' | '/activity' | '/connections'; title: string; icon: LucideIcon; exact: boolean }[] = [
  { to: '/', title: 'Fleet', icon: LayoutList, exact: true },
  { to: '/activity', title: 'Activity', icon: History, exact: false },
  { to: '/connections', title: 'Connections', icon: Cable, exact: false },
]

interface ShellProps {
  /** The left and the right part of the bar on top. */
  bar: ReactNode
  tools: ReactNode
  /** Right below the bar, over the page. */
  line: ReactNode
  children: ReactNode
}

/** Navigation, the bar on top, and the page. */
export const Shell = ({ bar, tools, line, children }: ShellProps) => (
  <div className="min-h-dvh sm:grid sm:grid-cols-[56px_minmax(0,1fr)] xl:grid-cols-[196px_minmax(0,1fr)]">
    <a
      href="#page"
      className="bg-accent text-on-solid fixed top-2 left-2 z-50 -translate-y-16 rounded-md px-3 py-1.5 focus:translate-y-0"
    >
      Skip to the page
    </a>
    <nav
      aria-label="Main"
      className="bg-panel border-line flex items-center gap-1 border-b px-3 py-1.5 sm:sticky sm:top-0 sm:h-dvh sm:flex-col sm:items-stretch sm:border-r sm:border-b-0 sm:px-2.5 sm:py-3.5"
    >
      <span className="mr-2 flex items-center gap-2 px-2 text-lg font-semibold tracking-tight sm:mr-0 sm:mb-3">
        <Logo size={18} /> <span className="sm:max-xl:sr-only">Callboard</span>
      </span>
      {places.map(({ to, title, icon: Icon, exact }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact, includeSearch: false }}
          title={title}
          className="text-ink-2 hover:bg-hover flex items-center gap-2.5 rounded-md px-2.5 py-1.5"
          activeProps={{ className: 'bg-accent-weak! text-accent! font-semibold' }}
        >
          <Icon size={15} aria-hidden className="shrink-0" />
          <span className="sm:max-xl:sr-only">{title}</span>
        </Link>
      ))}
    </nav>
    <div className="min-w-0">
      <header className="bg-panel border-line sticky top-0 z-20 flex min-h-11.5 flex-wrap items-center gap-x-3 gap-y-1.5 border-b px-4 py-1.5 sm:px-5 max-sm:relative">
        {bar}
        <div className="ml-auto flex flex-wrap items-center gap-2.5">{tools}</div>
        <div className="absolute inset-x-0 top-full">{line}</div>
      </header>
      <main id="page" tabIndex={-1} className="mx-auto max-w-400 px-4 pt-4 pb-16 outline-none sm:px-5">
        {children}
      </main>
    </div>
  </div>
)
