import { useId } from 'react'
import { copyParts, copyPartsAcrossApis, type CopyPart } from '@callboard/shared-types/stages/stage-rules'
import { cx } from '../ui/cx'

const texts: Record<CopyPart, [name: string, explanation: string]> = {
  variables: ['Variables', 'all of them; what the other stage doesn’t have goes'],
  settings: [
    'Settings and methods',
    'throttling, detailed metrics, X-Ray tracing, client certificate; overrides of methods too',
  ],
  cache: ['Cache', 'the cluster and its size, and how each method caches'],
  logs: ['Logs', 'logging levels, full request and response data, and the access log'],
  tags: ['Tags', 'all of them, but those that AWS sets by itself'],
}

interface CopyPartTicksProps {
  parts: CopyPart[]
  sameApi: boolean
  onParts: (parts: CopyPart[]) => void
}

/** Which parts are copied; those that mean nothing on a stage of another API say so. */
export function CopyPartTicks({ parts, sameApi, onParts }: CopyPartTicksProps) {
  const id = useId()
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-ink-2 mb-1 text-xs">What is copied</legend>
      {copyParts.map((part) => {
        const off = !sameApi && !copyPartsAcrossApis.includes(part)
        const [name, explanation] = texts[part]
        const said = off
          ? 'about the other API: not copied'
          : part === 'settings' && !sameApi
            ? 'what holds for all methods; its methods mean nothing here'
            : explanation
        return (
          <label key={part} className={cx('flex gap-2.5', off && 'text-ink-3')}>
            <input
              type="checkbox"
              checked={parts.includes(part) && !off}
              aria-disabled={off || undefined}
              aria-describedby={`${id}-${part}`}
              onChange={({ target }) =>
                !off && onParts(target.checked ? [...parts, part] : parts.filter((other) => other !== part))
              }
              className="accent-accent mt-0.75 size-3.75 shrink-0"
            />
            <span>
              {name}
              <span id={`${id}-${part}`} className="text-ink-2 block text-xs">
                {said}
              </span>
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
