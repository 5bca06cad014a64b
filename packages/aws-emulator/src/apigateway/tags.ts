import { badRequest, notFound } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { taggedEdge, type Tagged } from './edge-tags.ts'
import { kinds, type ApiKeyRecord, type RestApiRecord, type StageRecord, type UsagePlanRecord } from './records.ts'
import { findRestApi } from './rest-apis.ts'
import { findStage, stageKey } from './stages.ts'

const arn = /^arn:aws[a-z-]*:apigateway:[a-z0-9-]+::\/restapis\/([^/]+)(?:\/stages\/([^/]+))?$/

const keyOrPlan = /^arn:aws[a-z-]*:apigateway:[a-z0-9-]+::\/(apikeys|usageplans)\/([^/]+)$/

/** What an ARN names: the account field is empty (documented). Kinds that aren't built are not found. */
export function findTagged(call: Call, resourceArn: string | undefined): Tagged {
  const [, kind, keyOrPlanId] = keyOrPlan.exec(resourceArn ?? '') ?? []
  if (keyOrPlanId) return taggedRow(call, kind === 'apikeys' ? kinds.apiKey : kinds.usagePlan, keyOrPlanId)
  const edge = taggedEdge(call, resourceArn)
  if (edge) return edge
  const [, apiId, stageName] = arn.exec(resourceArn ?? '') ?? []
  // Sentence guessed.
  if (!apiId) throw notFound(`Invalid resource ARN specified ${resourceArn}`)
  const api = findRestApi(call, apiId)
  if (stageName === undefined) return taggedApi(call, api)
  const stage = findStage(call, apiId, stageName)
  const put = (tags: Record<string, string>) =>
    call.unit.put(kinds.stage, stageKey(apiId, stageName), { ...stage, tags } satisfies StageRecord)
  return { tags: stage.tags ?? {}, put }
}

/** Sentence guessed. */
function taggedRow({ unit }: Call, kind: string, id: string): Tagged {
  const row = unit.get<ApiKeyRecord | UsagePlanRecord>(kind, id)
  if (!row) throw notFound(`Invalid ${kind === kinds.apiKey ? 'API Key' : 'Usage Plan'} identifier specified`)
  const put = (tags: Record<string, string>) =>
    unit.put(kind, id, { ...row, tags: Object.keys(tags).length > 0 ? tags : undefined })
  return { tags: row.tags ?? {}, put }
}

function taggedApi(call: Call, api: RestApiRecord): Tagged {
  const put = (tags: Record<string, string>) => {
    call.unit.put(kinds.restApi, api.id, { ...api, tags: Object.keys(tags).length > 0 ? tags : undefined })
  }
  return { tags: api.tags ?? {}, put }
}

/** At most 50, keys to 128 and not `aws:`, values to 256 (documented); the sentences are guessed. */
export function checkTags(tags: Record<string, string>): void {
  for (const [key, value] of Object.entries(tags)) {
    if (key === '' || key.length > 128 || key.startsWith('aws:')) throw badRequest(`Invalid tag key: ${key}`)
    if (value.length > 256) throw badRequest(`Invalid tag value for key: ${key}`)
  }
  if (Object.keys(tags).length > 50) throw badRequest('Tags limit exceeded: at most 50 per resource')
}
