import { CopyButton } from './copy-button'

/** A command line to read and to copy. */
export function Command({ text, label = 'AWS CLI command' }: { text: string; label?: string }) {
  return (
    <div className="border-line bg-sunken group relative rounded-md border">
      <pre
        tabIndex={0}
        aria-label={label}
        className="rounded-md px-3 pt-2 pb-7 font-mono text-xs whitespace-pre-wrap wrap-anywhere"
      >
        {text}
      </pre>
      <div className="absolute right-1 bottom-0.5">
        <CopyButton text={text} what="command" />
      </div>
    </div>
  )
}
