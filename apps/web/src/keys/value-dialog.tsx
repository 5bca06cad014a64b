import { Dialog } from '@base-ui/react/dialog'
import type { MadeKey } from '@callboard/shared-types/keys/keys.schemas'
import { Button } from '../ui/button'
import { Command } from '../ui/command'
import { CopyButton } from '../ui/copy-button'
import { Note } from '../ui/note'

interface ValueDialogProps {
  title: string
  value: string
  tryIt: MadeKey['tryIt']
  onClose: () => void
}

/** The one place where a key's value is shown. It's gone when this is closed. */
export const ValueDialog = ({ title, value, tryIt, onClose }: ValueDialogProps) => (
  <Dialog.Root open onOpenChange={(open) => !open && onClose()} disablePointerDismissal>
    <Dialog.Portal>
      <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/15 dark:bg-black/35" />
      <Dialog.Popup className="bg-panel border-line shadow-pop fixed top-[14vh] left-1/2 z-50 flex w-[calc(100vw-2rem)] max-w-150 -translate-x-1/2 flex-col gap-3 rounded-lg border p-5 outline-none">
        <Dialog.Title className="text-lg font-semibold">{title}</Dialog.Title>
        <Dialog.Description className="text-ink-2 text-sm">
          Hand it over now: Callboard doesn’t keep it. Who may, can reveal it from AWS later, and that stands in the
          activity.
        </Dialog.Description>
        <div className="border-line bg-sunken flex items-center gap-2 rounded-md border py-1.5 pr-1.5 pl-3">
          <code aria-label="Value" className="min-w-0 flex-1 font-mono text-sm wrap-anywhere">
            {value}
          </code>
          <CopyButton text={value} what="value" />
        </div>
        {tryIt && (
          <section aria-label="Try it" className="flex flex-col gap-1">
            <h3 className="text-ink-2 text-xs">A call to try it with</h3>
            <Command
              label="curl command"
              text={`curl -i${tryIt.method === 'GET' ? '' : ` -X ${tryIt.method}`} -H 'x-api-key: ${value}' '${tryIt.url}'`}
            />
          </section>
        )}
        <Note>AWS may take a minute or two until all its gateways know a new key; until then they answer 403.</Note>
        <div>
          <Button look="primary" onClick={onClose}>
            I have it
          </Button>
        </div>
      </Dialog.Popup>
    </Dialog.Portal>
  </Dialog.Root>
)
