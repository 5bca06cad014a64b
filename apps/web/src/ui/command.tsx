import { CopyButton } from './copy-button'

/** A command line to read and to copy. */
export function Command({ text }: { text: string }) {
  return (
    <div className="border-line bg-sunken relative rounded-md border">
      <pre
        tabIndex={0}
        aria-label="AWS CLI command"
        className="overflow-x-auto py-2 pr-20 pl-3 font-mono text-xs whitespace-pre-wrap wrap-anywhere"
      >
        {text}
      </pre>
      <div className="absolute top-1 right-1">
        <CopyButton text={text} what="command" />
      </div>
    </div>
  )
}
