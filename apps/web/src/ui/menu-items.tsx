import { Menu as Base } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'

const item =
  'flex min-h-7.5 items-center gap-2 rounded-sm px-2 text-sm outline-none select-none data-highlighted:bg-accent-weak data-highlighted:text-accent'

interface MenuChoiceProps<V extends string> {
  label: string
  value: V
  options: { value: V; label: ReactNode }[]
  onChoose: (value: V) => void
}

/** One of several, ticked. */
export function MenuChoice<V extends string>({ label, value, options, onChoose }: MenuChoiceProps<V>) {
  return (
    <Base.Group>
      <Base.GroupLabel className="text-ink-3 text-2xs px-2 pt-1.5 pb-1 font-semibold">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next: V) => onChoose(next)}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} closeOnClick className={item}>
            <span className="w-3.5">
              <Base.RadioItemIndicator>
                <Check size={14} aria-hidden />
              </Base.RadioItemIndicator>
            </span>
            {option.label}
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  )
}

export const MenuSeparator = () => <Base.Separator className="bg-line-soft my-1.5 h-px" />

/** To a page outside the console, in a tab of its own. */
export const MenuLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Base.Item
    className={item}
    render={
      <a href={href} target="_blank" rel="noreferrer">
        {children}
      </a>
    }
  />
)

interface MenuActionProps {
  /** Why it can't be done now, said in place. */
  why?: string | null
  onClick: () => void
  children: ReactNode
}

export const MenuAction = ({ why, onClick, children }: MenuActionProps) => (
  <Base.Item className={item} disabled={Boolean(why)} onClick={onClick}>
    {why ? (
      <span className="text-ink-3 max-w-72 py-1">
        <span className="flex items-center gap-2">{children}</span>
        <span className="block text-xs">{why}</span>
      </span>
    ) : (
      children
    )}
  </Base.Item>
)
