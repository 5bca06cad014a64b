import type { ReactNode } from 'react'
import type { Environment } from '../lib/environment'
import { cx } from './cx'
import { inkOf, weakOf, type Tone } from './tone'

const environments: Record<Environment, string> = {
  dev: 'bg-dev-weak text-dev',
  test: 'bg-test-weak text-test',
  prod: 'bg-prod-weak text-prod ring-1 ring-inset ring-prod/45',
}

const chip = 'inline-flex items-center gap-1 rounded-sm px-1.75 py-px text-xs font-semibold whitespace-nowrap'

/** A stage's name in the colour of its environment. */
export const StageChip = ({ stage, environment }: { stage: string; environment: Environment }) => (
  <span className={cx(chip, environments[environment])}>{stage}</span>
)

export const Chip = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <span className={cx(chip, weakOf[tone], inkOf[tone])}>{children}</span>
)
