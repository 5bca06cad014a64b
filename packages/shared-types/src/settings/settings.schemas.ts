import { z } from 'zod'
import { Instant } from '../lib/instant.schemas.ts'

/** The settings of a method that aren't its cache's. AWS's words; rate in calls a second, burst in calls. */
export const MethodChoice = z.object({
  metricsEnabled: z.boolean(),
  loggingLevel: z.enum(['OFF', 'ERROR', 'INFO']),
  dataTraceEnabled: z.boolean(),
  throttlingRateLimit: z.number().min(0),
  throttlingBurstLimit: z.number().int().min(0),
})
export type MethodChoice = z.infer<typeof MethodChoice>

/** One row of the grid: the stage's default, or a method. */
export const MethodRow = z.object({
  /** AWS's own key, still escaped: the default of all methods, or such as `~1pets/GET`. */
  key: z.string(),
  /** Such as `GET /pets`. */
  name: z.string(),
  /** What is in force: its own, else the default's, else AWS's. */
  effective: MethodChoice,
  /** Whether it has settings of its own. */
  own: z.boolean(),
  /** It has settings, but the live deployment has no such method. */
  orphan: z.boolean(),
  /** When its full logging of requests ends by itself, or null. */
  traceEndsAt: Instant.nullable(),
})
export type MethodRow = z.infer<typeof MethodRow>

export const AccessLog = z.object({ destinationArn: z.string(), format: z.string() })
export type AccessLog = z.infer<typeof AccessLog>

/** How long full logging of requests goes on, in minutes, before it's switched off by itself. */
export const TraceFor = z.enum(['15', '60', '240', 'unlimited'])
export type TraceFor = z.infer<typeof TraceFor>

/** A certificate by which a backend can tell that a request comes from API Gateway. */
export const ClientCertificate = z.object({ id: z.string(), description: z.string(), expiresAt: Instant.nullable() })

export const SettingsView = z.object({
  description: z.string(),
  tracingEnabled: z.boolean(),
  /** Null while it's off. */
  accessLog: AccessLog.nullable(),
  clientCertificateId: z.string().nullable(),
  /** Those of the account that could be chosen; null where AWS doesn't say. */
  clientCertificates: z.array(ClientCertificate).nullable(),
  /** The web ACL in front of the stage; AWS WAF puts it there. */
  webAclArn: z.string().nullable(),
  /** The stage's own; AWS's (`aws:…`) are not among them. */
  tags: z.record(z.string(), z.string()),
  /** The default first, then the live deployment's methods, then orphans. */
  methods: z.array(MethodRow),
  /** Why the live deployment's methods aren't known, in AWS's words, or null. */
  methodsUnknown: z.string().nullable(),
  /** The role with which API Gateway writes logs, or null: without it AWS refuses logging. */
  logRoleArn: z.string().nullable(),
  asOf: Instant,
})
export type SettingsView = z.infer<typeof SettingsView>

/** AWS's limits of tags (control-plane-rest 1.11). */
export const TagKey = z
  .string()
  .min(1)
  .max(128)
  .refine((key) => !key.startsWith('aws:'), 'Tags that begin with aws: are AWS’s own')
export const TagValue = z.string().max(256)

/** Edits over the present: what isn't named stays as it is, whoever set it. */
export const SettingsEdits = z.object({
  description: z.string().max(1024).optional(),
  tracingEnabled: z.boolean().optional(),
  /** Null takes it off. */
  clientCertificateId: z.string().max(64).nullable().optional(),
  /** Null switches it off. */
  accessLog: AccessLog.nullable().optional(),
  /** By AWS's key. */
  methods: z.record(z.string().max(1024), MethodChoice.partial()).default({}),
  /** Keys whose own settings go. */
  removeOverrides: z.array(z.string().max(1024)).max(500).default([]),
  setTags: z.record(TagKey, TagValue).default({}),
  removeTags: z.array(TagKey).max(50).default([]),
})
export type SettingsEdits = z.infer<typeof SettingsEdits>
