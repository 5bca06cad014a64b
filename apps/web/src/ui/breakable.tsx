import { Fragment } from 'react'

/** A path or an URL that may break after its slashes rather than anywhere. */
export const Breakable = ({ text }: { text: string }) =>
  text.split(/(?<=\/)/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ))
