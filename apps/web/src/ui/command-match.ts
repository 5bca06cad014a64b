/** Something to go to or to do, by its name. */
export interface Command {
  id: string
  /** What kind of thing it is, such as `Stage`. */
  group: string
  title: string
  note?: string | undefined
  /** Why it can't be done now, or null. */
  why?: string | null
  run: () => void
}

const shownAtMost = 40

/** All words must be there, anywhere; names that begin with the first word come first, then those that have it. */
export function matchCommands(commands: Command[], text: string): Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const [first] = words
  if (!first) return commands.slice(0, shownAtMost)
  const rank = ({ title }: Command) => {
    const name = title.toLowerCase()
    return name.startsWith(first) ? 0 : name.includes(first) ? 1 : 2
  }
  return commands
    .filter(({ group, title, note = '' }) => {
      const all = `${title} ${note} ${group}`.toLowerCase()
      return words.every((word) => all.includes(word))
    })
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, shownAtMost)
}
