import type { SettingsView } from '@callboard/shared-types/settings/settings.schemas'
import { Button } from '../ui/button'
import { Note } from '../ui/note'
import { Panel } from '../ui/panel'
import { Switch } from '../ui/switch'
import { TextField } from '../ui/text-field'
import { CertificateSelect } from './certificate-select'
import { editField, type Edits } from './edits'
import { logFormats, type LogFormat } from './log-formats'

interface StagePanelProps {
  view: SettingsView
  edits: Edits
  onEdits: (edits: Edits) => void
}

/** What is set for the stage as a whole. */
export function StagePanel({ view, edits, onEdits }: StagePanelProps) {
  const accessLog = edits.accessLog === undefined ? view.accessLog : edits.accessLog
  const tracing = edits.tracingEnabled ?? view.tracingEnabled
  const setLog = (log: SettingsView['accessLog']) => onEdits(editField(edits, view, 'accessLog', log))
  return (
    <Panel title="Stage">
      <div className="flex flex-col gap-3">
        <TextField
          label="Description"
          maxLength={1024}
          value={edits.description ?? view.description}
          onChange={(event) => onEdits(editField(edits, view, 'description', event.target.value))}
          autoComplete="off"
        />
        <div className="flex flex-wrap gap-x-8 gap-y-2">
          <Switch
            label="X-Ray tracing"
            checked={tracing}
            edited={edits.tracingEnabled !== undefined}
            onChange={(on) => onEdits(editField(edits, view, 'tracingEnabled', on))}
          />
          <Switch
            label="Access log"
            checked={accessLog !== null}
            edited={edits.accessLog !== undefined}
            onChange={(on) => setLog(on ? (view.accessLog ?? { destinationArn: '', format: logFormats.JSON }) : null)}
          />
        </div>
        {!view.logRoleArn && (
          <Note look="warn">
            This account has no role with which API Gateway may write logs: AWS refuses logging and access logs until
            one is set in the account’s settings. The review says how.
          </Note>
        )}
        {accessLog && (
          <>
            <TextField
              label="Access log destination"
              hint="The ARN of a log group, without :* at its end, or of a Firehose stream whose name begins with amazon-apigateway-"
              value={accessLog.destinationArn}
              onChange={(event) => setLog({ ...accessLog, destinationArn: event.target.value })}
              autoComplete="off"
              spellCheck={false}
              className="font-mono text-xs"
            />
            <TextField
              label="Format"
              hint="One line a request; $context.requestId has to be in it"
              error={
                /\$context\.(requestId|extendedRequestId)\b/.test(accessLog.format)
                  ? null
                  : 'AWS takes no format without $context.requestId'
              }
              value={accessLog.format}
              onChange={(event) => setLog({ ...accessLog, format: event.target.value })}
              autoComplete="off"
              spellCheck={false}
              className="font-mono text-xs"
            />
            <div role="group" aria-label="Begin with a format" className="flex flex-wrap gap-1.5">
              {(Object.keys(logFormats) as LogFormat[]).map((name) => (
                <Button key={name} size="small" onClick={() => setLog({ ...accessLog, format: logFormats[name] })}>
                  {name}
                </Button>
              ))}
            </div>
          </>
        )}
        <CertificateSelect view={view} edits={edits} onEdits={onEdits} />
        <p className="text-ink-2 text-xs">
          Web ACL:{' '}
          {view.webAclArn ? (
            <span className="font-mono wrap-anywhere">{view.webAclArn}</span>
          ) : (
            'none; requests pass no firewall of AWS WAF.'
          )}{' '}
          <span className="text-ink-3">It’s put on and taken off in AWS WAF.</span>
        </p>
      </div>
    </Panel>
  )
}
