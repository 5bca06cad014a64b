import type { Method } from '@aws-sdk/client-api-gateway'
import { badRequest, notFound, type AwsError } from '../lib/aws-error.ts'

const names = {
  request: /^method\.request\.(path|querystring|multivaluequerystring|header|multivalueheader)\.[^\s]+$/,
  response: /^method\.response\.header\.[^\s]+$/,
  integration: /^integration\.request\.(path|querystring|header)\.[^\s]+$/,
}

/** What AWS says about a mapping it can't take; from many public reports, such as terraform-provider-aws#4001. */
const invalidMapping = (reason: string) =>
  badRequest(`Invalid mapping expression specified: Validation Result: warnings : [], errors : [${reason}]`)

/** Recorded for gateway responses; that the others share it is guessed. */
export const invalidParameterName = (_name: string): AwsError => notFound('Invalid parameter name specified')

export function checkRequestParameterNames(parameters: string[]): void {
  const broken = parameters.find((name) => !names.request.test(name))
  if (broken !== undefined) throw invalidMapping(`Invalid mapping expression specified: ${broken}`)
}

export function checkResponseParameterNames(parameters: string[]): void {
  const broken = parameters.find((name) => !names.response.test(name))
  if (broken !== undefined) throw invalidMapping(`Invalid mapping expression specified: ${broken}`)
}

/** From `method.request…` (which the method must declare), the stage's variables, the context or a quoted text. */
export function checkIntegrationParameters(mappings: Record<string, string>, { requestParameters }: Method): void {
  for (const [target, source] of Object.entries(mappings)) {
    if (!names.integration.test(target)) throw invalidMapping(`Invalid mapping expression specified: ${target}`)
    if (names.request.test(source)) {
      const declared = Object.hasOwn(requestParameters ?? {}, source)
      if (!declared) throw invalidMapping(`Invalid mapping expression parameter specified: ${source}`)
    } else if (!/^(method\.request\.body(\..+)?|'.*'|stageVariables\.\w+|context\..+)$/s.test(source)) {
      throw invalidMapping(`Invalid mapping expression specified: ${source}`)
    }
  }
}

/** To `method.response.header…` (which the method's response must declare), from the integration or a quoted text. */
export function checkIntegrationResponseParameters(
  mappings: Record<string, string>,
  declared: Record<string, boolean> = {},
): void {
  for (const [target, source] of Object.entries(mappings)) {
    if (!names.response.test(target)) throw invalidMapping(`Invalid mapping expression specified: ${target}`)
    if (!Object.hasOwn(declared, target)) {
      throw invalidMapping(`Invalid mapping expression parameter specified: ${target}`)
    }
    if (
      !/^(integration\.response\.(header|multivalueheader|body)(\..+)?|'.*'|stageVariables\.\w+|context\..+)$/s.test(
        source,
      )
    ) {
      throw invalidMapping(`Invalid mapping expression specified: ${source}`)
    }
  }
}
