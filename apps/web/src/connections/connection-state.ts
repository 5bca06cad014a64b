import type { ConnectionStatus } from '@callboard/shared-types/connections/connections.schemas'
import type { StatusIcon } from '../ui/status'
import type { Tone } from '../ui/tone'

interface StateLook {
  word: string
  icon: StatusIcon
  tone: Tone
  /** What the person can do about it; null where there is nothing to do. */
  todo: string | null
}

export const stateLooks: Record<ConnectionStatus['state'], StateLook> = {
  reachable: { word: 'Reachable', icon: 'ok', tone: 'ok', todo: null },
  throttled: {
    word: 'Throttled',
    icon: 'warn',
    tone: 'warn',
    todo: 'The account’s call limit is used up for the moment, by Callboard or by others. It clears by itself; Callboard waits and tries again.',
  },
  denied: {
    word: 'Access denied',
    icon: 'bad',
    tone: 'bad',
    todo: 'Callboard’s credentials lack apigateway:GET here. Add it to the policy of their user or role, then check again.',
  },
  no_credentials: {
    word: 'Credentials not accepted',
    icon: 'bad',
    tone: 'bad',
    todo: 'They are missing, expired or wrong. Mend them where Callboard runs: the profile or the role that the connections file names.',
  },
  unreachable: {
    word: 'Unreachable',
    icon: 'bad',
    tone: 'bad',
    todo: 'No answer came. Check the network, and the region and the endpoint that the connections file names.',
  },
  refused: {
    word: 'Refused',
    icon: 'failed',
    tone: 'bad',
    todo: 'AWS answered and said no. Check the region and the endpoint that the connections file names; what still works is shown on its pages.',
  },
}
