import { cx } from './cx'

/** A grey stand-in of the size of what comes. Many of them at once hold `still`: each that moves is painted in every frame. */
export const Skeleton = ({ className, still }: { className: string; still?: boolean }) => (
  <span aria-hidden className={cx('skeleton inline-block align-middle', still && 'animate-none!', className)} />
)

/** Says to those who don't see the skeleton that something is on its way. */
export const Loading = ({ what }: { what: string }) => (
  <span role="status" className="sr-only">
    Loading {what}…
  </span>
)
