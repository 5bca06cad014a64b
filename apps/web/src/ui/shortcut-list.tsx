import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { commandKey } from '../lib/keys'
import { buttonClass } from './button'
import { Kbd } from './kbd'

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
  <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
    <Dialog.Portal>
      <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/15 dark:bg-black/35" />
      <Dialog.Popup className="bg-panel border-line shadow-pop fixed top-[16vh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-104 -translate-x-1/2 rounded-lg border p-4 outline-none">
        <div className="mb-2 flex items-center justify-between">
          <Dialog.Title className="text-lg font-semibold">Keyboard shortcuts</Dialog.Title>
          <Dialog.Close className={buttonClass('quiet', 'small')} aria-label="Close">
            <X size={15} aria-hidden />
          </Dialog.Close>
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
      </Dialog.Popup>
    </Dialog.Portal>
  </Dialog.Root>
)
