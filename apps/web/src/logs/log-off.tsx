import { Link } from '@tanstack/react-router'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { LogsView } from '@callboard/shared-types/logs/logs.schemas'
import { buttonClass } from '../ui/button'
import { Empty } from '../ui/empty'
import { Panel } from '../ui/panel'

interface LogOffProps {
  address: StageAddress
  log: 'access' | 'execution'
  state: LogsView['access']['state']
}

const words = {
  firehose: {
    title: 'The access log goes to Firehose',
    text: 'Callboard reads logs from CloudWatch Logs. Send the access log to a log group to see its lines here.',
  },
  access: {
    title: 'The access log is off',
    text: 'It has a line for each call, with its status, route and key: the only place that tells a 429 from another 4XX, or a 502 from a 504. It needs no deployment.',
  },
  execution: {
    title: 'The execution log is off',
    text: 'It says why a call failed. Errors alone are few lines; errors and info tell the way of every call.',
  },
}

/** There is no such log, and how to get it. */
export function LogOff({ address, log, state }: LogOffProps) {
  const { title, text } = words[log === 'access' && state === 'firehose' ? 'firehose' : log]
  return (
    <Panel>
      <Empty title={title}>
        <p className="mb-3">{text}</p>
        <Link
          to="/c/$connection/$kind/$apiId/stages/$stage/settings"
          params={address}
          className={buttonClass('primary', 'normal')}
        >
          Turn it on in Settings…
        </Link>
      </Empty>
    </Panel>
  )
}
