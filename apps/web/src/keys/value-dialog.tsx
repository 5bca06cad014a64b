import type { MadeKey } from '@callboard/shared-types/keys/keys.schemas'
import { Button } from '../ui/button'
import { Command } from '../ui/command'
import { CopyButton } from '../ui/copy-button'
import { Modal } from '../ui/modal'
import { Note } from '../ui/note'

interface ValueDialogProps {
  title: string
  value: string
  tryIt: MadeKey['tryIt']
  onClose: () => void
}

/** The one place where a key's value is shown. It's gone when this is closed. */
export const ValueDialog = ({ title, value, tryIt, onClose }: ValueDialogProps) => (
  <Modal label={title} onClose={onClose} stays className="top-[14vh] flex max-w-150 flex-col gap-3 p-5">
    <h2 className="text-lg font-semibold">{title}</h2>
    <p className="text-ink-2 text-sm">
      Hand it over now: Callboard doesn’t keep it. Who may, can reveal it from AWS later, and that stands in the
      activity.
    </p>
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
  </Modal>
)
