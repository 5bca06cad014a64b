import { cloneElement, lazy, Suspense, useState, type ComponentProps, type ReactElement, type ReactNode } from 'react'

const loadMenu = () => import('./menu')
const Menu = lazy(() => loadMenu().then((menu) => ({ default: menu.Menu })))

interface MenuOnDemandProps {
  trigger: ReactElement<ComponentProps<'button'>>
  /** What is in it, drawn once it's open. */
  children: () => ReactNode
}

/** A menu whose code comes when it is reached for, and which is made when it's opened: most never are. */
export function MenuOnDemand({ trigger, children }: MenuOnDemandProps) {
  const [asked, setAsked] = useState(false)
  const button = cloneElement(trigger, {
    'aria-haspopup': 'menu',
    onPointerEnter: () => void loadMenu(),
    onFocus: () => void loadMenu(),
    onClick: () => setAsked(true),
  })
  if (!asked) return button
  return (
    <Suspense fallback={button}>
      <Menu defaultOpen trigger={trigger}>
        {children()}
      </Menu>
    </Suspense>
  )
}
