import { cloneElement, lazy, Suspense, useState, type ComponentProps, type ReactElement, type ReactNode } from 'react'

const load = () => import('./menu-popup')
const MenuPopup = lazy(load)

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
