import { z } from 'zod'

const loopback = ['127.0.0.1', 'localhost', '::1']

const list = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

const Env = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
    HOST: z.string().default('127.0.0.1'),
    /** The address people type, where a proxy stands in front. */
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    AUTH: z.enum(['demo', 'local']).default('demo'),
    /** With AUTH=local: what the one admin types. */
    ADMIN_PASSWORD: z.string().min(12, 'takes 12 characters or more').max(1_000).optional(),
    /** The accounts and regions to look at (see docs/connections.md); without it the demo world. */
    CONNECTIONS_FILE: z.string().min(1).optional(),
    /** A folder for the store and the demo world. */
    DATA_DIR: z.string().min(1).default('.data'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('warn'),
    /** Which stages are production: names with `*`, separated by commas. */
    PRODUCTION_STAGES: z.string().default('prod*').transform(list),
    /** What the fleet's sparklines may cost in a day for each connection: CloudWatch is paid by the metric. */
    SPARKLINES_USD_A_DAY: z.coerce.number().min(0).max(1_000).default(1),
    /** Where the embedded AWS listens; without it 4566, or any port if that is taken. */
    EMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
    DEMO_SEED: z.coerce.number().int().min(0).default(1),
    /** Whether the demo's AWS takes as long as AWS does to show metrics and to heed changes and keys. */
    DEMO_DELAYS: z.enum(['aws', 'none']).default('aws'),
  })
  .refine(({ AUTH, CONNECTIONS_FILE }) => AUTH !== 'demo' || !CONNECTIONS_FILE, {
    path: ['AUTH'],
    error:
      'AUTH=demo lets anyone in as anybody, so it goes with the demo world only: with CONNECTIONS_FILE take AUTH=local',
    when: () => true,
  })
  .refine(({ AUTH, ADMIN_PASSWORD }) => AUTH !== 'local' || ADMIN_PASSWORD, {
    path: ['ADMIN_PASSWORD'],
    error: 'AUTH=local needs the password of the one admin',
    when: () => true,
  })
  .refine(({ HOST, PUBLIC_URL }) => loopback.includes(HOST) || PUBLIC_URL, {
    path: ['PUBLIC_URL'],
    error: 'Where HOST is not loopback, PUBLIC_URL says under which address people come',
    when: () => true,
  })
  .refine(({ AUTH, HOST }) => AUTH !== 'demo' || loopback.includes(HOST), {
    path: ['HOST'],
    error: `AUTH=demo lets anyone in as anybody, so HOST must be one of ${loopback.join(', ')}`,
    // Also when something else is wrong: whoever mends it should see all of it at once.
    when: () => true,
  })

export type Config = z.infer<typeof Env>

/**
 * Reads the configuration once, at start.
 * @throws Error with the whole list of what is wrong
 */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Env.safeParse(given)
  if (!parsed.success) throw new Error(`The configuration can't be used:\n${z.prettifyError(parsed.error)}`)
  return parsed.data
}

/** True where the name matches one of the patterns; `*` stands for any text. */
export const isProduction = (stage: string, patterns: string[]): boolean =>
  patterns.some((pattern) =>
    new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(stage),
  )
