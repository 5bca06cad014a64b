import { readFileSync } from 'node:fs'
import { ConnectionName } from '@callboard/shared-types/lib/stage-ref'
import { z } from 'zod'
import type { ConnectionConfig } from './connections.ts'

/** Where AWS has stages of REST APIs (data-plane 7.1). */
const awsInvokeUrl = 'https://{apiId}.execute-api.{region}.amazonaws.com/{stage}'

const Entry = z.strictObject({
  name: ConnectionName,
  account: z.string().regex(/^\d{12}$/, 'an AWS account has 12 digits'),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'such as eu-central-1'),
  profile: z.string().min(1).optional(),
  role: z
    .string()
    .regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/, 'the ARN of a role')
    .optional(),
  endpoint: z.url({ protocol: /^https?$/ }).optional(),
  invokeUrlTemplate: z
    .string()
    .regex(/\{stage\}/, 'needs {stage}')
    .default(awsInvokeUrl),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'such as #2f6bd8')
    .optional(),
})
type Entry = z.infer<typeof Entry>

const File = z.strictObject({ connections: z.array(Entry).min(1) }).superRefine(({ connections }, context) => {
  const double = (what: string, keyOf: (entry: Entry) => string) => {
    const seen = new Set<string>()
    for (const [n, entry] of connections.entries()) {
      if (seen.has(keyOf(entry)))
        context.addIssue({
          code: 'custom',
          path: ['connections', n],
          message: `${what} ${keyOf(entry)} is there twice`,
        })
      seen.add(keyOf(entry))
    }
  }
  double('the name', ({ name }) => name)
  double('the account and region', ({ account, region }) => `${account} ${region}`)
})

/**
 * Reads the accounts and regions to look at.
 * @throws Error with the whole list of what is wrong
 */
export function readConnectionsFile(path: string): ConnectionConfig[] {
  const parsed = File.safeParse(readJson(path))
  if (!parsed.success) throw new Error(`The connections file ${path} can't be used:\n${z.prettifyError(parsed.error)}`)
  return parsed.data.connections.map(({ account, colour, ...entry }) => ({
    ...entry,
    accountId: account,
    colour: colour ?? null,
    demo: false,
  }))
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`The connections file ${path} can't be read: ${(error as Error).message}`, { cause: error })
  }
}
