import { X } from 'lucide-react'
import { commandKey } from '../lib/keys'
import { Button } from './button'
import { Kbd } from './kbd'
import { Modal } from './modal'

const shortcuts: [keys: string[], does: string][] = [
  [[commandKey, 'K'], 'Go to or do anything by its name'],
  [['/'], 'Filter the page'],
  [['g', 'f'], 'Fleet'],
  [['g', 'k'], 'API keys'],
  [['g', 'p'], 'Usage plans'],
  [['g', 'a'], 'Activity'],
  [['g', 'c'], 'Connections'],
  [['?'], 'This list'],
  [['Esc'], 'Close what is open; clear the filter'],
]

/** What the keyboard can do. */
export const ShortcutList = ({ onClose }: { onClose: () => void }) => (
  <Modal label="Keyboard shortcuts" onClose={onClose} className="top-[16vh] max-w-104 p-4">
    <div className="mb-2 flex items-center justify-between">
      <h2 className="text-lg font-semibold">Keyboard shortcuts</h2>
      <Button look="quiet" size="small" aria-label="Close" onClick={onClose}>
        <X size={15} aria-hidden />
      </Button>
    </div>
    <dl className="grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-2">
      {shortcuts.map(([keys, does]) => (
        <div key={does} className="contents">
          <dt className="flex gap-1">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dt>
          <dd className="text-sm">{does}</dd>
        </div>
      ))}
    </dl>
  </Modal>
)
