import { Link, useLocation, useParams } from '@tanstack/react-router'
import { Cable, Gauge, History, KeyRound, LayoutList, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { Logo } from './logo'

interface Place {
  to: '/' | '/keys' | '/plans' | '/activity' | '/connections'
  title: string
  icon: LucideIcon
  exact: boolean
  /** What follows the connection in the addresses that are this place; then the connection at hand is kept. */
  below?: { to: '/c/$connection/keys' | '/c/$connection/plans'; parts: string[] }
}

const places: Place[] = [
  { to: '/', title: 'Fleet', icon: LayoutList, exact: true },
  {
    to: '/keys',
    title: 'API keys',
    icon: KeyRound,
    exact: false,
    below: { to: '/c/$connection/keys', parts: ['keys', 'why'] },
  },
  {
    to: '/plans',
    title: 'Usage plans',
    icon: Gauge,
    exact: false,
    below: { to: '/c/$connection/plans', parts: ['plans'] },
  },
  { to: '/activity', title: 'Activity', icon: History, exact: false },
  { to: '/connections', title: 'Connections', icon: Cable, exact: false },
]

const placeClass = 'text-ink-2 hover:bg-hover flex items-center gap-2.5 rounded-md px-2.5 py-1.5'
const hereClass = 'bg-accent-weak! text-accent! font-semibold'

function PlaceLink({ to, title, icon: Icon, exact, below }: Place) {
  const { connection } = useParams({ strict: false })
  const part = useLocation({ select: ({ pathname }) => /^\/c\/[^/]+\/([^/]+)/.exec(pathname)?.[1] })
  const text = (
    <>
      <Icon size={15} aria-hidden className="shrink-0" />
      <span className="sm:max-xl:sr-only">{title}</span>
    </>
  )
  if (!below || !connection)
    return (
      <Link
        to={to}
        activeOptions={{ exact, includeSearch: false }}
        title={title}
        className={placeClass}
        activeProps={{ className: hereClass }}
      >
        {text}
      </Link>
    )
  const here = part !== undefined && below.parts.includes(part)
  return (
    <Link
      to={below.to}
      params={{ connection }}
      activeProps={{}}
      title={title}
      aria-current={here ? 'page' : undefined}
      className={cx(placeClass, here && hereClass)}
    >
      {text}
    </Link>
  )
}

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
      {places.map((place) => (
        <PlaceLink key={place.to} {...place} />
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
