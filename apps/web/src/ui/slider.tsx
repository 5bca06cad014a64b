import { Slider as Base } from '@base-ui/react/slider'

interface SliderProps {
  label: string
  /** 0 to 100 */
  value: number
  onChange: (value: number) => void
  /** How a screen reader says the value. */
  text: (value: number) => string
}

/** Part of a hundred: arrows 1, Page up and down 5, Home and End. Decimals are typed into a field beside it. */
export const Slider = ({ label, value, onChange, text }: SliderProps) => (
  <Base.Root value={value} onValueChange={onChange} min={0} max={100} step={1} largeStep={5} locale="en">
    <Base.Control className="flex h-8 w-full touch-none items-center select-none">
      <Base.Track className="bg-base/30 h-2 w-full rounded-full">
        <Base.Indicator className="bg-canary rounded-full" />
        <Base.Thumb
          aria-label={label}
          getAriaValueText={(_, now) => text(now)}
          className="border-canary-ink bg-panel size-5 rounded-full border-2 shadow-pop outline-offset-2 has-focus-visible:outline-2"
        />
      </Base.Track>
    </Base.Control>
  </Base.Root>
)
