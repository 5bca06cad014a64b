import { z } from 'zod'

/**
 * The world's own functions stand where Lambda would. They are data: versions with a behaviour out of a closed list, and
 * aliases that name a version. Nobody sends code.
 */
const share = z.number().min(0).max(1)

const outcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer'), share, statusCode: z.int().min(100).max(599), body: z.string() }),
  /** The function returns this JSON, whatever it is: behind a proxy it may well be malformed. */
  z.strictObject({ kind: z.literal('payload'), share, payload: z.string() }),
  /** The function answers with the event that it got. */
  z.strictObject({ kind: z.literal('echo'), share }),
  /** The function throws: the gateway answers 502. */
  z.strictObject({ kind: z.literal('throw'), share }),
  /** The function never answers: the gateway answers 504 after the integration's timeout. */
  z.strictObject({ kind: z.literal('hang'), share }),
])

export const behaviour = z.strictObject({
  /** Log-normal, by its median and 99th percentile. */
  latency: z.strictObject({ medianMs: z.number().positive(), p99Ms: z.number().positive() }),
  /** What happens besides a plain 200, by share of the requests; the rest answers 200. */
  outcomes: z.array(outcome),
  body: z.string().default('{"ok":true}'),
  /** Makes it an authorizer: whom it knows by their token. Of anyone else it throws `Unauthorized`. */
  tokens: z
    .record(
      z.string(),
      z.strictObject({
        principalId: z.string(),
        effect: z.enum(['Allow', 'Deny']).default('Allow'),
        /** Methods of the API that the policy is about, such as `GET/pets`; `*` stands for anything. */
        methods: z.array(z.string()).default(['*']),
        context: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
        usageIdentifierKey: z.string().optional(),
      }),
    )
    .optional(),
})

export const worldFunction = z.strictObject({
  name: z.string(),
  versions: z.record(z.string(), behaviour),
  aliases: z.record(z.string(), z.string()),
})

/** An outcome that a version of a function has besides its own, and before them. */
export const functionFault = z.strictObject({ function: z.string(), version: z.string(), outcome })

export type Behaviour = z.infer<typeof behaviour>

export type WorldFunction = z.infer<typeof worldFunction>

export type FunctionFault = z.infer<typeof functionFault>

const invocation =
  /:lambda:path\/2015-03-31\/functions\/arn:aws[a-z-]*:lambda:[^:]*:\d{12}:function:([^:/]+)(?::([^/]+))?\/invocations$/

/** Name and alias or version in an integration's URI, its stage variables filled in. */
export function invokedFunction(uri: string): { name: string; qualifier: string } | undefined {
  const [, name, qualifier = '$LATEST'] = invocation.exec(uri) ?? []
  return name ? { name, qualifier } : undefined
}

/** What the version that is meant does, with what goes wrong about it. */
export function behaviourOf(
  { name, versions, aliases }: WorldFunction,
  qualifier: string,
  faults: FunctionFault[] = [],
): Behaviour | undefined {
  const version = Object.hasOwn(aliases, qualifier) ? (aliases[qualifier] ?? '') : qualifier
  const own = Object.hasOwn(versions, version) ? versions[version] : undefined
  const fault = faults.find((one) => one.function === name && one.version === version)
  return own && fault ? { ...own, outcomes: [fault.outcome, ...own.outcomes] } : own
}
