import type { Change, ChangeStatus as Ended } from '@callboard/shared-types/changes/change.schemas'
import { Status, type StatusIcon } from '../ui/status'
import type { Tone } from '../ui/tone'

export const statusLooks: Record<Ended, { word: string; icon: StatusIcon; tone: Tone }> = {
  pending: { word: 'Under way', icon: 'changing', tone: 'accent' },
  done: { word: 'Done', icon: 'ok', tone: 'ok' },
  failed: { word: 'Failed', icon: 'failed', tone: 'bad' },
  partly_done: { word: 'Partly done', icon: 'warn', tone: 'warn' },
  unclear: { word: 'Unclear', icon: 'unknown', tone: 'warn' },
}

interface ChangeStatusProps {
  status: Ended
  /** A person's verdict, where it ended unclear. */
  settled?: Change['settled']
}

export function ChangeStatus({ status, settled }: ChangeStatusProps) {
  const { word, icon, tone } = statusLooks[settled ? settled.as : status]
  return (
    <Status icon={settled ? 'settled' : icon} tone={tone}>
      {settled ? `Settled as ${settled.as}` : word}
    </Status>
  )
}
