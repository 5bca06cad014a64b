/** What a person or a test may set; each default is what `pnpm emulator` uses. */
export type Settings = {
  /** How long a cache cluster is made, dropped or resized, in world time. On AWS about 4 minutes. */
  cacheChangeSeconds: number
  /** How long a VPC link is being made, in world time. On AWS two to four minutes (documented). */
  vpcLinkSeconds: number
  /** Copy a canary's requests to the dimension `Stage={stage}/Canary`: an assumption, AWS documents no canary dimension. */
  canaryMetrics: boolean
  /** The control-plane quotas of an account: 10 requests a second, burst 40, and those of single operations (documented). */
  throttleControlPlane: boolean
  /** How many stages, resources, APIs and so on there may be (documented). */
  resourceQuotas: boolean
}

export const defaultSettings: Settings = {
  cacheChangeSeconds: 5,
  vpcLinkSeconds: 5,
  canaryMetrics: true,
  throttleControlPlane: false,
  resourceQuotas: false,
}
