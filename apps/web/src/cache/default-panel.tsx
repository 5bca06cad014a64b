import { Note } from '../ui/note'
import { Panel } from '../ui/panel'
import { allMethods, fieldOf, wantedCluster } from './cache-edits'
import type { EditProps } from './cluster-panel'
import { OnOff } from './on-off'
import { RefreshSelect } from './refresh-select'
import { TtlField } from './ttl-field'

/** How all methods are cached that have no settings of their own. */
export const DefaultPanel = (props: EditProps) => (
  <Panel title="All methods" note="the stage’s default, for methods without settings of their own">
    <div className="flex flex-wrap items-start gap-x-8 gap-y-3">
      <OnOff {...props} field={fieldOf(allMethods, 'cachingEnabled')} label="Caching" hint="of GET alone" />
      <TtlField {...props} methodKey={allMethods} label="Time to live" hint="0 to 3,600; AWS’s own is 300" />
      <OnOff {...props} field={fieldOf(allMethods, 'cacheDataEncrypted')} label="Encrypted" />
      <RefreshSelect {...props} methodKey={allMethods} label="Who may ask for a fresh answer" />
    </div>
    {!wantedCluster(props.view, props.draft).enabled && (
      <div className="mt-3">
        <Note>The cluster is off: what is set here is kept, and has no effect until it’s on.</Note>
      </div>
    )}
  </Panel>
)
