export const Kbd = ({ children }: { children: string }) => (
  <kbd className="border-line text-ink-3 text-2xs rounded-sm border border-b-2 px-1.5 font-mono">{children}</kbd>
)
