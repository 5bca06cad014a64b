import { cx } from './cx'

/** A grey stand-in of the size of what comes. */
export const Skeleton = ({ className }: { className: string }) => (
  <span aria-hidden className={cx('skeleton inline-block align-middle', className)} />
)

/** Says to those who don't see the skeleton that something is on its way. */
export const Loading = ({ what }: { what: string }) => (
  <span role="status" className="sr-only">
    Loading {what}…
  </span>
)
