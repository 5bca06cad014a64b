import { Eraser } from 'lucide-react'
import { cacheSizes, priceText } from '@callboard/shared-types/cache/cache-rules'
import type { CacheView } from '@callboard/shared-types/cache/cache.schemas'
import { Button } from '../ui/button'
import { Panel } from '../ui/panel'
import { Select } from '../ui/select'
import { Switch } from '../ui/switch'
import { AsOf } from '../ui/when'
import { cellOf, wantedCluster, withEdit, type CacheDraft } from './cache-edits'
import { ClusterStatus } from './cluster-status'

export interface EditProps {
  view: CacheView
  draft: CacheDraft
  whyNot: string | null
  onDraft: (draft: CacheDraft) => void
}

interface ClusterPanelProps extends EditProps {
  onFlush: (what: 'flush' | 'authorizers') => void
}

const sizes = cacheSizes.map((size) => ({ value: size, label: `${size} GB`, note: `${priceText(size)} an hour` }))

/** The cluster: on or off, its size and price, and what it's doing. */
export function ClusterPanel({ view, draft, whyNot, onDraft, onFlush }: ClusterPanelProps) {
  const wanted = wantedCluster(view, draft)
  const busy = view.status.endsWith('_IN_PROGRESS')
    ? 'The cluster is changing: it takes another change when that is over.'
    : null
  const whyNotFlush = whyNot ?? (view.enabled ? busy : 'There is no cache to flush.')
  const whyNotAuthorizers =
    whyNot ?? (view.authorizers?.length === 0 ? 'The deployed API keeps the answers of no authorizer.' : null)
  return (
    <Panel
      title="Cache cluster"
      note={<AsOf at={view.asOf} />}
      actions={
        <>
          <Button size="small" why={whyNotFlush} onClick={() => onFlush('flush')}>
            <Eraser size={13} aria-hidden /> Flush the cache…
          </Button>
          <Button size="small" why={whyNotAuthorizers} onClick={() => onFlush('authorizers')}>
            Flush authorizers…
          </Button>
        </>
      }
    >
      <ClusterStatus view={view} />
      <div className="mt-2 flex flex-wrap items-start gap-x-8 gap-y-2">
        {!whyNot && (
          <Switch
            label="Cluster"
            checked={wanted.enabled}
            edited={cellOf(view, draft, 'enabled').edited}
            why={busy}
            onChange={(enabled) => onDraft(withEdit(view, draft, 'enabled', enabled))}
          />
        )}
        {wanted.enabled && !whyNot && !busy && (
          <Select
            label="Size"
            value={wanted.size}
            options={sizes}
            edited={wanted.size !== view.size}
            onChoose={(size) => onDraft(withEdit(view, draft, 'size', size))}
            className="w-32"
          />
        )}
        {wanted.enabled && (whyNot || busy) && (
          <span className="flex flex-col gap-1">
            <span className="text-ink-2 text-xs">Size</span>
            <span className="flex h-8 items-center">{view.size} GB</span>
          </span>
        )}
        {wanted.enabled && (
          <span className="flex flex-col gap-1">
            <span className="text-ink-2 text-xs">List price an hour, US East</span>
            <span className="flex h-8 items-center">{priceText(wanted.size)}</span>
            <span className="text-ink-3 text-xs">Other regions cost more. AWS charges by the hour, used or not.</span>
          </span>
        )}
      </div>
      {view.canaryShares === false && view.enabled && (
        <p className="text-ink-2 mt-2 text-xs">The canary’s calls don’t use this cache.</p>
      )}
    </Panel>
  )
}
