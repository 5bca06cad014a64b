import { CircleAlert, CircleCheck, CircleDashed, CircleHelp } from 'lucide-react'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { WhyLink, WhyView } from '@callboard/shared-types/keys/why.schemas'
import { cx } from '../ui/cx'
import { Note } from '../ui/note'
import { Panel } from '../ui/panel'
import { AsOf } from '../ui/when'
import { MendLink } from './mend-link'

const icons = { ok: CircleCheck, broken: CircleAlert, unknown: CircleHelp, not_asked: CircleDashed }
const inks = { ok: 'text-ok', broken: 'text-bad', unknown: 'text-warn', not_asked: 'text-ink-3' }
const words = { ok: 'fine', broken: 'broken', unknown: 'not known', not_asked: 'not asked' }

const names: Record<WhyLink['id'], string> = {
  stage: 'The stage answers',
  route: 'The method is deployed',
  key_required: 'The method asks for a key',
  known: 'The key is known',
  enabled: 'The key is enabled',
  in_plan: 'It is in a usage plan',
  plan_has_stage: 'The plan has this stage',
  plan_throttle: 'The plan’s rate lets it through',
  quota: 'Something is left of the quota',
  stage_throttle: 'The stage’s rate lets it through',
}

interface WhyAnswerProps {
  connection: string
  at: StageAddress
  why: WhyView
}

/** The gateway's answer, and the links it comes from, the one that decides it first to be seen. */
export function WhyAnswer({ connection, at, why: { answer, because, links, notes, asOf } }: WhyAnswerProps) {
  const decisive = links.find(({ id }) => id === because)
  const passes = answer.status < 400
  const others = links.filter(({ id, state }) => state === 'broken' && id !== because).length
  return (
    <Panel title="What the gateway answers" note={<AsOf at={asOf} />}>
      <div
        role="status"
        className={cx(
          'mb-3 rounded-md border px-3.5 py-2.5',
          passes ? 'border-ok/40 bg-ok-weak' : 'border-bad/40 bg-bad-weak',
        )}
      >
        <p className="text-lg font-semibold">
          {passes ? 'It passes to the backend' : `${answer.status} ${answer.message}`}
        </p>
        <p className="text-ink-2 text-sm">
          {decisive
            ? decisive.text
            : 'Every link holds. A burst above the rates below still gets 429: AWS counts best effort, not exactly.'}
          {others > 0 && ` ${others === 1 ? 'Another link is' : `${others} other links are`} broken as well.`}
        </p>
      </div>
      <ol aria-label="The way of the request" className="m-0 flex list-none flex-col p-0">
        {links.map((link, n) => {
          const Icon = icons[link.state]
          return (
            <li key={link.id} className="relative flex gap-3 pb-3 last:pb-0">
              {n < links.length - 1 && <i aria-hidden className="bg-line absolute top-5 bottom-0 left-2 w-px" />}
              <Icon size={17} aria-hidden className={cx('mt-0.5 shrink-0', inks[link.state])} />
              <div className="min-w-0 flex-1">
                <p
                  className={cx(
                    link.id === because ? 'font-semibold' : 'font-medium',
                    link.state === 'not_asked' && 'text-ink-3',
                  )}
                >
                  {names[link.id]}
                  <span className="sr-only">: {words[link.state]}</span>
                </p>
                <p className="text-ink-2 text-sm">{link.text}</p>
              </div>
              {link.mend && <MendLink connection={connection} at={at} mend={link.mend} />}
            </li>
          )
        })}
      </ol>
      {notes.length > 0 && (
        <div className="mt-3 flex flex-col gap-2">
          {notes.map((note) => (
            <Note key={note}>{note}</Note>
          ))}
        </div>
      )}
    </Panel>
  )
}
