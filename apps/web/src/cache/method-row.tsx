import type { MissingLight } from '@callboard/shared-types/cache/cache-rules'
import type { CachedMethod } from '@callboard/shared-types/cache/cache.schemas'
import { words } from '../lib/format'
import { Chip } from '../ui/chip'
import { Status } from '../ui/status'
import { RowHead, Td } from '../ui/table'
import { fieldOf } from './cache-edits'
import type { EditProps } from './cluster-panel'
import { OnOff } from './on-off'
import { RefreshSelect } from './refresh-select'
import { TtlField } from './ttl-field'

const lights: Record<MissingLight, string> = {
  cluster_off: 'the cluster is off',
  cluster_changing: 'the cluster isn’t available',
  caching_off: 'caching is off',
  not_get: 'the default caches GET alone',
  ttl_zero: 'answers live 0 s',
}

/** Whether answers are really cached now, and what keeps them from it. */
function Verdict({ method: { missing, keyLacks, cachingEnabled } }: { method: CachedMethod }) {
  if (missing.length > 0)
    return (
      <Status icon={cachingEnabled ? 'warn' : 'off'} tone={cachingEnabled ? 'warn' : 'off'}>
        No: {words(missing.map((light) => lights[light]))}
      </Status>
    )
  if (keyLacks.length > 0)
    return (
      <Status icon="warn" tone="warn">
        Yes, but one answer for every {words(keyLacks)}
      </Status>
    )
  return (
    <Status icon="ok" tone="ok">
      Yes
    </Status>
  )
}

export function MethodRow({ method, ...props }: EditProps & { method: CachedMethod }) {
  const { key, name } = method
  return (
    <tr>
      <RowHead className="font-mono text-xs wrap-anywhere">
        {name}
        <span className="text-ink-3 block font-sans">{method.own ? 'settings of its own' : 'as all methods'}</span>
        {method.orphan && <Chip tone="warn">not deployed</Chip>}
      </RowHead>
      <Td className="min-w-44 text-xs">
        <Verdict method={method} />
      </Td>
      <Td>
        <OnOff {...props} field={fieldOf(key, 'cachingEnabled')} label={`Caching of ${name}`} quietLabel />
      </Td>
      <Td>
        <TtlField {...props} methodKey={key} label={`Time to live of ${name}`} quietLabel />
      </Td>
      <Td className="max-xl:hidden">
        <OnOff {...props} field={fieldOf(key, 'cacheDataEncrypted')} label={`Encryption of ${name}`} quietLabel />
      </Td>
      <Td>
        <RefreshSelect {...props} methodKey={key} label={`Who may refresh ${name}`} quietLabel />
      </Td>
    </tr>
  )
}
