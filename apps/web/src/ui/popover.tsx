import { lazy, Suspense } from 'react'
import type { PopoverAtProps } from './open-popover'

const OpenPopover = lazy(() => import('./open-popover'))

/** A small form or list beside what it is about. Of many things that can be opened only the open one costs anything. */
export const PopoverAt = (props: PopoverAtProps) => (
  <Suspense>
    <OpenPopover {...props} />
  </Suspense>
)
