import { compileCache } from './run-program.ts'
import { setupAwsCli } from './setup-aws-cli.ts'
import { setupBrowser } from './setup-browser.ts'
import { setupPostgres } from './setup-postgres.ts'
import type { Kind } from './test-kinds.ts'

export interface Setup {
  env: NodeJS.ProcessEnv
  missing: Partial<Record<'awsCli' | 'browser' | 'postgres', string>>
  end: () => Promise<void>
}

/** What the chosen kinds need, told to them by TEST_DATABASE_URL, AWS_CLI_PATH and CHROMIUM_PATH. */
export async function setUp(kinds: readonly Kind[]): Promise<Setup> {
  const env = { ...compileCache, ...withoutAwsAccount(process.env) }
  const setup: Setup = { env, missing: {}, end: async () => {} }
  if (kinds.some(({ needs }) => needs === 'browser')) {
    const browser = await setupBrowser()
    if ('path' in browser) setup.env.CHROMIUM_PATH = browser.path
    else setup.missing.browser = browser.missing
  }
  if (kinds.some(({ name }) => name !== 'checks' && name !== 'unit')) {
    const awsCli = await setupAwsCli()
    if ('path' in awsCli) setup.env.AWS_CLI_PATH = awsCli.path
    else setup.missing.awsCli = awsCli.missing
  }
  if (kinds.some(({ usesPostgres }) => usesPostgres) && !setup.env.TEST_DATABASE_URL) {
    const postgres = await setupPostgres()
    if ('url' in postgres) {
      setup.env.TEST_DATABASE_URL = postgres.url
      setup.end = postgres.end
    } else setup.missing.postgres = postgres.missing
  }
  return setup
}

/** A test that forgets to say where AWS is must not find a real account. */
function withoutAwsAccount(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith('AWS_'))
  return { ...Object.fromEntries(kept), AWS_EC2_METADATA_DISABLED: 'true' }
}
