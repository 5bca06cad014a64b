import type { ConnectionConfig } from './connections.ts'

/** Where callers reach a stage, from the connection's template. */
export const invokeUrl = ({ invokeUrlTemplate, region }: ConnectionConfig, apiId: string, stage: string): string =>
  invokeUrlTemplate.replaceAll('{apiId}', apiId).replaceAll('{region}', region).replaceAll('{stage}', stage)
