import { Toast } from '@base-ui/react/toast'
import { CircleCheck, X } from 'lucide-react'
import { useEffect } from 'react'
import type { Change } from '@callboard/shared-types/changes/change.schemas'
import { buttonClass } from '../ui/button'
import { takeNew, useAnnounced } from './announce'

/** Long enough to think it over; the pointer or the focus on it stops the time. The activity keeps the undo after that. */
const shownMs = 30_000

/** @param onUndo opens the review of the undo */
export default function Toasts({ onUndo }: { onUndo: (changeId: string) => void }) {
  return (
    <Toast.Provider limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-50 flex w-96 max-w-[calc(100vw-2rem)] flex-col gap-2">
          <ToastList onUndo={onUndo} />
        </Toast.Viewport>
      </Toast.Portal>
      <Announced />
    </Toast.Provider>
  )
}

function Announced() {
  const announced = useAnnounced()
  const { add } = Toast.useToastManager<{ change: Change }>()
  useEffect(() => {
    for (const change of takeNew(announced))
      add({ title: change.title, description: change.outcome ?? 'Done', timeout: shownMs, data: { change } })
  }, [announced, add])
  return null
}

function ToastList({ onUndo }: { onUndo: (changeId: string) => void }) {
  const { toasts: shown, close } = Toast.useToastManager<{ change: Change }>()
  return shown.map((toast) => {
    const change = toast.data?.change
    const undo = () => {
      close(toast.id)
      if (change) onUndo(change.id)
    }
    return (
      <Toast.Root
        key={toast.id}
        toast={toast}
        swipeDirection="right"
        className="bg-panel border-line shadow-pop rounded-lg border p-3 transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0"
      >
        <Toast.Content className="flex items-start gap-2.5">
          <CircleCheck size={16} aria-hidden className="text-ok mt-0.5 shrink-0" />
          <div className="min-w-0 flex-1">
            <Toast.Title className="font-semibold wrap-anywhere" />
            <Toast.Description className="text-ink-2 text-xs wrap-anywhere" />
          </div>
          {change?.undo.available && (
            <Toast.Action className={buttonClass('plain', 'small')} onClick={undo}>
              Undo
            </Toast.Action>
          )}
          <Toast.Close className={buttonClass('quiet', 'small')} aria-label="Dismiss">
            <X size={13} aria-hidden />
          </Toast.Close>
        </Toast.Content>
      </Toast.Root>
    )
  })
}
