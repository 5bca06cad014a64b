import { lazy, Suspense, useId, type ComponentProps } from 'react'
import { cx } from './cx'

const WhyTooltip = lazy(() => import('./why-tooltip'))

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  look?: 'plain' | 'primary' | 'danger' | 'quiet'
  size?: 'small' | 'normal'
  /** Why it can't be pressed now; it stays reachable by keyboard, so that the reason can be read. */
  why?: string | null
}

const looks = {
  plain: 'border-line bg-panel text-ink hover:bg-hover hover:border-line-strong',
  primary: 'border-accent bg-accent text-on-solid font-semibold hover:brightness-110',
  danger: 'border-bad bg-bad text-on-solid font-semibold hover:brightness-110',
  quiet: 'border-transparent text-ink-2 hover:bg-hover hover:text-ink',
}

const sizes = { small: 'h-6.5 px-2 text-xs gap-1', normal: 'h-8 px-3 gap-1.5' }

export const buttonClass = (look: keyof typeof looks, size: keyof typeof sizes, off = false): string =>
  cx(
    'inline-flex shrink-0 items-center justify-center rounded-md border whitespace-nowrap transition-colors',
    sizes[size],
    off ? 'border-line bg-sunken text-ink-3 cursor-not-allowed' : looks[look],
  )

export function Button({ look = 'plain', size = 'normal', why, className, onClick, children, ...rest }: ButtonProps) {
  const id = useId()
  return (
    <>
      <button
        type="button"
        {...rest}
        className={cx(buttonClass(look, size, Boolean(why)), className)}
        aria-disabled={why ? true : undefined}
        aria-describedby={why ? id : rest['aria-describedby']}
        onClick={why ? (event) => event.preventDefault() : onClick}
      >
        {children}
      </button>
      {why && (
        <>
          <Suspense>
            <WhyTooltip id={id} why={why} />
          </Suspense>
          <span id={id} hidden>
            {why}
          </span>
        </>
      )}
    </>
  )
}
