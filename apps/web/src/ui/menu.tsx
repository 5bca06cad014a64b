import { cloneElement, lazy, Suspense, useState, type ComponentProps, type ReactElement, type ReactNode } from 'react'
import type * as parts from './menu-parts'

type Parts = typeof parts

const load = () => import('./menu-parts')
const part = <N extends keyof Parts>(name: N) =>
  lazy(() => load().then((loaded) => ({ default: loaded[name] as never }))) as unknown as Parts[N]

const MenuPopup = part('MenuPopup')
export const MenuAction = part('MenuAction')
export const MenuChoice = part('MenuChoice')
export const MenuLink = part('MenuLink')
export const MenuSeparator = part('MenuSeparator')

interface MenuProps {
  trigger: ReactElement<ComponentProps<'button'>>
  /** What is in it, drawn once it's open. */
  children: ReactNode
}

/** Its code comes when it is reached for, and it's made when it's opened: a page has many, and most never are. */
export function Menu({ trigger, children }: MenuProps) {
  const [asked, setAsked] = useState(false)
  const button = cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: () => void load(),
    onFocus: () => void load(),
    onClick: () => setAsked(true),
  })
  if (!asked) return button
  return (
    <Suspense fallback={button}>
      <MenuPopup trigger={trigger}>{children}</MenuPopup>
    </Suspense>
  )
}
