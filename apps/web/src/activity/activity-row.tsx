import { Link } from '@tanstack/react-router'
import type { Change } from '@callboard/shared-types/changes/change.schemas'
import { ChangeStatus } from '../changes/change-status'
import { UndoButton } from '../changes/undo-button'
import { Td } from '../ui/table'
import { Age, DateTime } from '../ui/when'
import { ChangePlace } from './change-place'
import { ShortDiff } from './short-diff'

export function ActivityRow({ change, withPlace }: { change: Change; withPlace: boolean }) {
  return (
    <tr className="hover:bg-hover [&>td]:align-top">
      <Td className="text-ink-2 text-xs">
        <span className="block whitespace-nowrap">
          <Age at={change.at} />
        </span>
        <span className="text-ink-3 max-sm:hidden">
          <DateTime at={change.at} />
        </span>
      </Td>
      <Td>
        <ChangeStatus status={change.status} settled={change.settled} />
      </Td>
      <Td className="min-w-48">
        <Link to="/activity/$changeId" params={{ changeId: change.id }} className="font-semibold hover:underline">
          {change.title}
        </Link>
        <ShortDiff changes={change.changes} />
        {change.reason && <p className="text-ink-2 text-xs wrap-anywhere">“{change.reason}”</p>}
        {change.status !== 'done' && change.outcome && (
          <p className="text-ink text-xs wrap-anywhere">{change.outcome}</p>
        )}
        {change.metAnother && <p className="text-warn text-xs">Met somebody else’s change on the way.</p>}
      </Td>
      {withPlace && (
        <Td className="max-md:hidden">
          <ChangePlace target={change.target} />
        </Td>
      )}
      <Td className="text-ink-2 text-xs max-sm:hidden">{change.actor.name}</Td>
      <Td className="text-right">
        <UndoButton change={change} />
      </Td>
    </tr>
  )
}
