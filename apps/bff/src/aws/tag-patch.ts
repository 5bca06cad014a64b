type Tags = Record<string, string>

/** What TagResource and UntagResource have to be told to turn one set of tags into another. */
export interface TagPatch {
  /** To be set, also over another value. */
  set: Tags
  remove: string[]
}

export const tagPatch = (before: Tags, after: Tags): TagPatch => ({
  set: Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key] !== value)),
  remove: Object.keys(before).filter((key) => !Object.hasOwn(after, key)),
})

/** The names by which tags of things of the account are kept (control-plane-rest 1.11). */
export const apiKeyArn = (region: string, keyId: string): string => `arn:aws:apigateway:${region}::/apikeys/${keyId}`
export const usagePlanArn = (region: string, planId: string): string =>
  `arn:aws:apigateway:${region}::/usageplans/${planId}`

/** The name by which tags are kept: without an account (control-plane-rest 1.11). */
export const stageArn = (region: string, apiId: string, stage: string): string =>
  `arn:aws:apigateway:${region}::/restapis/${apiId}/stages/${stage}`
