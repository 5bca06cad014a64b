/** What a colour says; each tone has the same meaning everywhere. */
export type Tone = 'ok' | 'warn' | 'bad' | 'canary' | 'accent' | 'off'

export const inkOf: Record<Tone, string> = {
  ok: 'text-ok',
  warn: 'text-warn',
  bad: 'text-bad',
  canary: 'text-canary-ink',
  accent: 'text-accent',
  off: 'text-ink-3',
}

export const weakOf: Record<Tone, string> = {
  ok: 'bg-ok-weak',
  warn: 'bg-warn-weak',
  bad: 'bg-bad-weak',
  canary: 'bg-canary-weak',
  accent: 'bg-accent-weak',
  off: 'bg-line-soft',
}
