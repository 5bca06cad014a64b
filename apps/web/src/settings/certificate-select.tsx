import type { SettingsView } from '@callboard/shared-types/settings/settings.schemas'
import { date } from '../lib/format'
import { usePreferences } from '../lib/preferences'
import { Select } from '../ui/select'
import { editField, type Edits } from './edits'

const none = ''

interface CertificateSelectProps {
  view: SettingsView
  edits: Edits
  onEdits: (edits: Edits) => void
}

/** The certificate by which the backend can tell that a request comes from API Gateway. */
export function CertificateSelect({ view, edits, onEdits }: CertificateSelectProps) {
  const { zone } = usePreferences()
  const chosen = edits.clientCertificateId === undefined ? view.clientCertificateId : edits.clientCertificateId
  const listed = (view.clientCertificates ?? []).map(({ id, description, expiresAt }) => ({
    value: id,
    label: description || id,
    note: [description && id, expiresAt && `expires ${date(expiresAt, 'dateTime', zone)}`].filter(Boolean).join(', '),
  }))
  // One that AWS doesn't list any more, or a list that couldn't be read.
  const known = !view.clientCertificateId || listed.some(({ value }) => value === view.clientCertificateId)
  const options = [
    { value: none, label: 'None' },
    ...listed,
    ...(known ? [] : [{ value: view.clientCertificateId!, label: view.clientCertificateId! }]),
  ]
  if (options.length === 1)
    return (
      <p className="text-ink-2 text-xs">
        Client certificate: none.{' '}
        <span className="text-ink-3">
          {view.clientCertificates
            ? 'The account has none to choose from; one is made with aws apigateway generate-client-certificate.'
            : 'Which there are isn’t known: AWS didn’t say.'}
        </span>
      </p>
    )
  return (
    <Select
      label="Client certificate"
      value={chosen ?? none}
      options={options}
      onChoose={(id) => onEdits(editField(edits, view, 'clientCertificateId', id === none ? null : id))}
      edited={edits.clientCertificateId !== undefined}
      className="w-72 max-w-full"
    />
  )
}
