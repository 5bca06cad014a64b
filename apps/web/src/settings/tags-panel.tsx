import { useState } from 'react'
import type { SettingsView } from '@callboard/shared-types/settings/settings.schemas'
import { Button } from '../ui/button'
import { cx } from '../ui/cx'
import { Panel } from '../ui/panel'
import { fieldClass } from '../ui/text-field'
import { editTag, type Edits } from './edits'

interface TagsPanelProps {
  view: SettingsView
  edits: Edits
  onEdits: (edits: Edits) => void
}

/** The stage's own tags; AWS takes up to 50. */
export function TagsPanel({ view, edits, onEdits }: TagsPanelProps) {
  const [name, setName] = useState('')
  const keys = [...new Set([...Object.keys(view.tags), ...Object.keys(edits.setTags)])].toSorted()
  const wrong = name.startsWith('aws:')
    ? 'Tags that begin with aws: are AWS’s own'
    : keys.includes(name)
      ? 'There is one of this name'
      : keys.length >= 50
        ? 'AWS takes 50 tags on a stage'
        : null
  const add = () => {
    onEdits(editTag(edits, view, name.trim(), ''))
    setName('')
  }
  return (
    <Panel title="Tags" note="of this stage">
      <ul className="flex flex-col gap-1.5">
        {keys.map((key) => {
          const removed = edits.removeTags.includes(key)
          return (
            <li key={key} className="flex items-center gap-2">
              <span className={cx('w-40 shrink-0 truncate font-mono text-xs', removed && 'line-through')}>{key}</span>
              <input
                aria-label={`Value of the tag ${key}`}
                value={edits.setTags[key] ?? view.tags[key] ?? ''}
                maxLength={256}
                readOnly={removed}
                onChange={(event) => onEdits(editTag(edits, view, key, event.target.value))}
                className={cx(fieldClass, 'min-w-0 flex-1', key in edits.setTags && 'border-accent bg-accent-weak')}
              />
              <Button
                size="small"
                aria-label={`${removed ? 'Keep' : 'Remove'} the tag ${key}`}
                onClick={() => onEdits(editTag(edits, view, key, removed ? (view.tags[key] ?? '') : null))}
              >
                {removed ? 'Keep' : 'Remove'}
              </Button>
            </li>
          )
        })}
      </ul>
      <form
        className="mt-2 flex items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() && !wrong) add()
        }}
      >
        <input
          aria-label="Name of a new tag"
          placeholder="New tag"
          value={name}
          maxLength={128}
          onChange={(event) => setName(event.target.value)}
          className={cx(fieldClass, 'w-40 font-mono text-xs')}
        />
        <Button size="small" type="submit" why={wrong ?? (name.trim() ? null : 'Give it a name first')}>
          Add
        </Button>
      </form>
    </Panel>
  )
}
