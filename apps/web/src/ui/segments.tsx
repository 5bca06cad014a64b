import { cx } from './cx'

interface SegmentsProps<V extends string> {
  label: string
  value: V
  options: { value: V; label: string }[]
  onChoose: (value: V) => void
}

/** One of a few, all in view. */
export const Segments = <V extends string>({ label, value, options, onChoose }: SegmentsProps<V>) => (
  <div
    role="group"
    aria-label={label}
    className="border-line bg-panel flex h-6.5 items-stretch overflow-hidden rounded-md border text-xs"
  >
    {options.map((option) => (
      <button
        key={option.value}
        type="button"
        aria-pressed={option.value === value}
        onClick={() => onChoose(option.value)}
        className={cx(
          'border-line border-l px-2 -outline-offset-2 first:border-l-0',
          option.value === value ? 'bg-accent-weak text-accent font-semibold' : 'text-ink-2 hover:bg-hover',
        )}
      >
        {option.label}
      </button>
    ))}
  </div>
)
