/** What a person or a test may set; each default is what `pnpm emulator` uses. */
export type Settings = {
  /** How long a cache cluster is made, dropped or resized, in world time. On AWS about 4 minutes. */
  cacheChangeSeconds: number
  /** How long a VPC link is being made, in world time. On AWS two to four minutes (documented). */
  vpcLinkSeconds: number
  /** Copy a canary's requests to the dimension `Stage={stage}/Canary`: an assumption, AWS documents no canary dimension. */
  canaryMetrics: boolean
  /** The account-wide control-plane quota: 10 requests a second, burst 40 (documented). */
  throttleControlPlane: boolean
}

export const defaultSettings: Settings = {
  cacheChangeSeconds: 5,
  vpcLinkSeconds: 5,
  canaryMetrics: true,
  throttleControlPlane: false,
}
