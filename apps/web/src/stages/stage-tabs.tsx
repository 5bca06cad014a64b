import { Link } from '@tanstack/react-router'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'

const tabs = [
  { title: 'Overview', to: '/c/$connection/$kind/$apiId/stages/$stage/overview' },
  { title: 'Metrics', to: '/c/$connection/$kind/$apiId/stages/$stage/metrics' },
  { title: 'Logs', to: '/c/$connection/$kind/$apiId/stages/$stage/logs' },
  { title: 'Alarms', to: '/c/$connection/$kind/$apiId/stages/$stage/alarms' },
  { title: 'Deployments', to: '/c/$connection/$kind/$apiId/stages/$stage/deployments' },
  { title: 'Variables', to: '/c/$connection/$kind/$apiId/stages/$stage/variables' },
  { title: 'Cache', to: '/c/$connection/$kind/$apiId/stages/$stage/cache' },
  { title: 'Canary', to: '/c/$connection/$kind/$apiId/stages/$stage/canary' },
  { title: 'Settings', to: '/c/$connection/$kind/$apiId/stages/$stage/settings' },
  { title: 'Activity', to: '/c/$connection/$kind/$apiId/stages/$stage/activity' },
] as const

export const StageTabs = ({ address }: { address: StageAddress }) => (
  <nav aria-label="Stage" className="border-line mt-3 mb-4 flex gap-1 border-b">
    {tabs.map(({ title, to }) => (
      <Link
        key={to}
        to={to}
        params={address}
        className="text-ink-2 hover:text-ink -mb-px border-b-2 border-transparent px-2.5 py-1.5"
        activeProps={{ className: 'border-b-accent! text-ink! font-semibold' }}
      >
        {title}
      </Link>
    ))}
  </nav>
)
