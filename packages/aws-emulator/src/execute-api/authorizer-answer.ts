import { z } from 'zod'

const oneOrMore = z.union([z.string(), z.array(z.string())])

/** What a Lambda authorizer returns (documented); one that returns anything else is a configuration error. */
const authorizerAnswer = z.object({
  principalId: z.string(),
  policyDocument: z.object({
    Version: z.string().optional(),
    Statement: z.array(z.object({ Effect: z.enum(['Allow', 'Deny']), Action: oneOrMore, Resource: oneOrMore })),
  }),
  context: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullish(),
  usageIdentifierKey: z.string().nullish(),
})

export type AuthorizerAnswer = z.output<typeof authorizerAnswer>

export const readAuthorizerAnswer = (payload: unknown): AuthorizerAnswer | undefined =>
  authorizerAnswer.safeParse(payload).data

/** A statement that denies beats those that allow; without any the method is denied (IAM's rule). */
export function allows({ policyDocument }: AuthorizerAnswer, methodArn: string): boolean {
  const about = policyDocument.Statement.filter(
    ({ Action, Resource }) => matchesAny(Action, 'execute-api:Invoke') && matchesAny(Resource, methodArn),
  )
  return about.some(({ Effect }) => Effect === 'Allow') && !about.some(({ Effect }) => Effect === 'Deny')
}

const matchesAny = (patterns: string | string[], text: string) =>
  [patterns].flat().some((pattern) => matchesWildcards(pattern, text))

/** `*` stands for anything, `?` for one character. Looked for part by part: a pattern can't take long. */
function matchesWildcards(pattern: string, text: string): boolean {
  let at = 0
  let from = 0
  let star = -1
  let mark = 0
  while (from < text.length) {
    if (pattern[at] === '?' || (pattern[at] === text[from] && pattern[at] !== '*')) {
      at++
      from++
    } else if (pattern[at] === '*') {
      star = at++
      mark = from
    } else if (star >= 0) {
      at = star + 1
      from = ++mark
    } else return false
  }
  while (pattern[at] === '*') at++
  return at === pattern.length
}
