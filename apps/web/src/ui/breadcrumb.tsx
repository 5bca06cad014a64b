import { ChevronRight } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'

/** Where the page lies; the last part is the page itself. */
export const Breadcrumb = ({ parts }: { parts: { key: string; node: ReactNode }[] }) => (
  <nav aria-label="Breadcrumb">
    <ol className="text-ink-2 flex flex-wrap items-center gap-1">
      {parts.map(({ key, node }, index) => (
        <Fragment key={key}>
          {index > 0 && (
            <li aria-hidden>
              <ChevronRight size={13} className="text-ink-3" />
            </li>
          )}
          <li
            aria-current={index === parts.length - 1 ? 'page' : undefined}
            className="last:text-ink last:font-semibold"
          >
            {node}
          </li>
        </Fragment>
      ))}
    </ol>
  </nav>
)
