import type { CalledApi } from './calls-to-stage.ts'
import { testPlace } from './emulated.ts'

const fast = { medianMs: 10, p99Ms: 20 }

export const uriOf = (name: string) =>
  `arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:111122223333:function:${name}/invocations`

/** Makes one of the world's functions out of its versions; what isn't said of them is plain. */
export async function makeFunction(
  { direct }: CalledApi,
  name: string,
  versions: Record<string, object>,
  aliases = {},
) {
  const all = Object.entries(versions).map(([version, behaviour]) => [
    version,
    { latency: fast, outcomes: [], ...behaviour },
  ])
  await direct('POST', 'functions', { ...testPlace, function: { name, versions: Object.fromEntries(all), aliases } })
}

/** The integration of a function and its qualifier, such as `pets:${stageVariables.alias}`. */
export const proxy = (name: string) => ({ type: 'AWS_PROXY' as const, integrationHttpMethod: 'POST', uri: uriOf(name) })
