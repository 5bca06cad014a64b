import { lazy, Suspense } from 'react'
import type { ReviewDrawerProps } from './open-review'

const OpenReview = lazy(() => import('./open-review'))

/** Says what will happen, takes the reason and the confirmation, does it, and says what happened. For any verb. */
export const ReviewDrawer = (props: ReviewDrawerProps) => (
  <Suspense>
    <OpenReview {...props} />
  </Suspense>
)
