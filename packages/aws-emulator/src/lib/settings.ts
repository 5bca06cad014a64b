/** What a person or a test may set; each default is what `pnpm emulator` uses. */
export type Settings = {
  /** How long a cache cluster is made, dropped or resized, in world time. On AWS about 4 minutes. */
  cacheChangeSeconds: number
  /** Copy a canary's requests to the dimension `Stage={stage}/Canary`: an assumption, AWS documents no canary dimension. */
  canaryMetrics: boolean
  /** The account-wide control-plane quota: 10 requests a second, burst 40 (documented). */
  throttleControlPlane: boolean
  /** How long after a write CloudTrail shows it, in world time. On AWS about 5 minutes, at most 15 (documented). */
  trailDelaySeconds: number
}

export const defaultSettings: Settings = {
  cacheChangeSeconds: 5,
  canaryMetrics: true,
  throttleControlPlane: false,
  trailDelaySeconds: 300,
}
