import type { CanaryView } from '@callboard/shared-types/canary/canary.schemas'
import { Button } from '../ui/button'
import type { CanaryAct } from './canary-act'

interface CanaryActsProps {
  canary: CanaryView
  /** Why none of them can be done: a role, a permission. */
  whyNot: string | null
  /** What is wrong with what was set up, by the act it is for. */
  wrong: Partial<Record<CanaryAct, string | null>>
  /** Whether another share is set up than there is. */
  shareMoved: boolean
  onAct: (act: CanaryAct) => void
}

/** All acts on a canary, always in the same place, each with its reason where it can't be done. */
export function CanaryActs({ canary, whyNot, wrong, shareMoved, onAct }: CanaryActsProps) {
  const attached = canary.canary !== null
  const none = attached ? null : 'There is no canary: start one first.'
  const why: Record<CanaryAct, string | null> = {
    start: attached ? 'A canary is attached already: promote or remove it first.' : (wrong.start ?? null),
    share: none ?? wrong.share ?? (shareMoved ? null : 'Move the slider or type a share first.'),
    abort: none ?? (canary.percentTraffic === 0 ? 'It gets nothing already.' : null),
    promote: none,
    remove: none,
  }
  return (
    <section
      aria-label="Acts on the canary"
      className="bg-panel border-line-strong shadow-pop sticky bottom-3 z-10 flex flex-wrap items-center gap-2 rounded-lg border px-3.5 py-2"
    >
      <Button look={attached ? 'plain' : 'primary'} why={whyNot ?? why.start} onClick={() => onAct('start')}>
        Start…
      </Button>
      <Button look={shareMoved ? 'primary' : 'plain'} why={whyNot ?? why.share} onClick={() => onAct('share')}>
        Set share…
      </Button>
      <Button why={whyNot ?? why.abort} onClick={() => onAct('abort')}>
        Abort (0 % now)
      </Button>
      <span className="ml-auto flex gap-2">
        <Button why={whyNot ?? why.promote} onClick={() => onAct('promote')}>
          Promote…
        </Button>
        <Button why={whyNot ?? why.remove} onClick={() => onAct('remove')}>
          Remove
        </Button>
      </span>
    </section>
  )
}
