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
    AUTH: z.enum(['demo']).default('demo'),
    /** A folder for the store and the demo world. */
    DATA_DIR: z.string().min(1).default('.data'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('warn'),
    /** Which stages are production: names with `*`, separated by commas. */
    PRODUCTION_STAGES: z.string().default('prod*').transform(list),
    /** Where the embedded AWS listens; without it 4566, or any port if that is taken. */
    EMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
    DEMO_SEED: z.coerce.number().int().min(0).default(1),
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
