import type { UnauthorizedStrategy } from '@callboard/shared-types/cache/cache-rules'
import { Select } from '../ui/select'
import { cellOf, fieldOf, wantedOf, withEdit } from './cache-edits'
import type { EditProps } from './cluster-panel'

type Choice = UnauthorizedStrategy | 'anyone'

const options: { value: Choice; label: string; note: string }[] = [
  { value: 'anyone', label: 'Anyone', note: 'every caller can send calls past the cache' },
  { value: 'FAIL_WITH_403', label: 'Allowed callers, else 403', note: 'others get 403 and nothing else' },
  {
    value: 'SUCCEED_WITH_RESPONSE_HEADER',
    label: 'Allowed callers, else told',
    note: 'others get the cached answer with a Warning header',
  },
  {
    value: 'SUCCEED_WITHOUT_RESPONSE_HEADER',
    label: 'Allowed callers, else silent',
    note: 'others get the cached answer as if they hadn’t asked',
  },
]

interface RefreshSelectProps extends EditProps {
  methodKey: string
  label: string
  quietLabel?: boolean
}

/** Who may ask for a fresh answer (`Cache-Control: max-age=0`), and what others get. */
export function RefreshSelect({
  methodKey: key,
  label,
  quietLabel = false,
  view,
  draft,
  whyNot,
  onDraft,
}: RefreshSelectProps) {
  const wanted = wantedOf(view, draft, key)
  const require = fieldOf(key, 'requireAuthorizationForCacheControl')
  const strategy = fieldOf(key, 'unauthorizedCacheControlHeaderStrategy')
  const value = wanted.requireAuthorizationForCacheControl ? wanted.unauthorizedCacheControlHeaderStrategy : 'anyone'
  if (whyNot)
    return (
      <span className="flex flex-col gap-1">
        {!quietLabel && <span className="text-ink-2 text-xs">{label}</span>}
        <span className="flex min-h-8 items-center">{options.find((option) => option.value === value)?.label}</span>
      </span>
    )
  const choose = (choice: Choice) => {
    const asked = withEdit(view, draft, require, choice !== 'anyone')
    onDraft(choice === 'anyone' ? asked : withEdit(view, asked, strategy, choice))
  }
  return (
    <Select
      label={label}
      quietLabel={quietLabel}
      value={value}
      options={options}
      edited={cellOf(view, draft, require).edited || cellOf(view, draft, strategy).edited}
      onChoose={choose}
      className="w-56"
    />
  )
}
