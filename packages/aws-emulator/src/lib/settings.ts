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
  /** Hosts besides this machine that HTTP integrations may call, with or without their port. */
  allowedBackends: string[]
  /** How long requests go on to see a stage as it was before a change, in world time: seconds on AWS. */
  propagationSeconds: number
  /** The same for keys and plans: up to two minutes on AWS (reported). */
  keyPropagationSeconds: number
  /** How long after a minute is over its metrics can be read, in world time: one to three minutes on AWS (from memory). */
  publicationSeconds: number
  /** How long after a write CloudTrail shows it, in world time. On AWS about 5 minutes, at most 15 (documented). */
  trailDelaySeconds: number
}

export const defaultSettings: Settings = {
  cacheChangeSeconds: 5,
  vpcLinkSeconds: 5,
  canaryMetrics: true,
  throttleControlPlane: false,
  resourceQuotas: false,
  allowedBackends: [],
  propagationSeconds: 0,
  keyPropagationSeconds: 0,
  publicationSeconds: 0,
  trailDelaySeconds: 300,
}

/** As slow as AWS is, or is said to be. */
export const awsDelays = {
  propagationSeconds: 5,
  keyPropagationSeconds: 60,
  publicationSeconds: 60,
} satisfies Partial<Settings>
