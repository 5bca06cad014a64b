import { Search } from 'lucide-react'
import { useId, useState, type KeyboardEvent } from 'react'
import { matchCommands, type Command } from './command-match'
import { cx } from './cx'
import { Modal } from './modal'

interface PaletteProps {
  commands: Command[]
  onClose: () => void
}

/** Everything there is to go to and to do, by typing a part of its name. */
export function Palette({ commands, onClose }: PaletteProps) {
  const id = useId()
  const [text, setText] = useState('')
  const [place, setPlace] = useState(0)
  const found = matchCommands(commands, text)
  const at = Math.min(place, found.length - 1)

  const move = (next: number) => {
    const to = (next + found.length) % found.length
    setPlace(to)
    document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' })
  }
  const run = (command: Command | undefined) => {
    if (!command || command.why) return
    onClose()
    command.run()
  }
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(at + 1),
    ArrowUp: () => move(at - 1),
    Enter: () => run(found[at]),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key]
    if (!act || found.length === 0) return
    event.preventDefault()
    act()
  }
  return (
    <Modal
      label="Go to or do"
      onClose={onClose}
      className="top-[12vh] flex max-h-[70vh] max-w-150 flex-col overflow-hidden"
    >
      <div className="border-line relative border-b">
        <Search size={15} aria-hidden className="text-ink-3 absolute top-3.5 left-3.5" />
        <input
          role="combobox"
          aria-label="Go to or do"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          placeholder="A stage, an API, a page, something to do…"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setPlace(0)
          }}
          onKeyDown={onKeyDown}
          spellCheck={false}
          autoComplete="off"
          className="h-11 w-full bg-transparent pr-3 pl-10 outline-none"
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label="Found" className="overflow-y-auto p-1.5">
        {found.map((command, index) => (
          <Option
            key={command.id}
            id={`${id}-${index}`}
            command={command}
            active={index === at}
            onPoint={() => setPlace(index)}
            onChoose={() => run(command)}
          />
        ))}
      </div>
      <p role="status" className={cx('text-ink-2 px-4 pb-4 text-sm', found.length > 0 && 'sr-only')}>
        {found.length === 0 ? 'Nothing has that in its name.' : `${found.length} found`}
      </p>
    </Modal>
  )
}

interface OptionProps {
  id: string
  command: Command
  active: boolean
  onPoint: () => void
  onChoose: () => void
}

/** The keyboard reaches it through the field, which keeps the focus. */
const Option = ({ id, command: { group, title, note, why }, active, onPoint, onChoose }: OptionProps) => (
  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
  <div
    id={id}
    role="option"
    aria-selected={active}
    aria-disabled={why ? true : undefined}
    onPointerMove={onPoint}
    onClick={onChoose}
    className={cx(
      'flex min-h-8 items-center gap-2.5 rounded-sm px-2.5 py-1 text-sm',
      active && 'bg-accent-weak',
      why ? 'text-ink-3' : 'cursor-pointer',
    )}
  >
    <span className="text-ink-3 text-2xs w-16 shrink-0">{group}</span>
    <span className="min-w-0 flex-1">
      <span className={cx(active && !why && 'text-accent font-semibold')}>{title}</span>
      {why && <span className="block text-xs">{why}</span>}
    </span>
    {note && <span className="text-ink-3 truncate text-xs">{note}</span>}
  </div>
)
