/** A colour that goes with a name beside it, never alone. */
export const Dot = ({ colour }: { colour: string }) => (
  <i aria-hidden className="inline-block size-2 shrink-0 rounded-full" style={{ background: colour }} />
)
