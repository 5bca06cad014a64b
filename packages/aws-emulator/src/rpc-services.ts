import { cloudTrailOperations, cloudTrailService } from './cloudtrail/service.ts'
import { cloudWatchOperations, cloudWatchService } from './cloudwatch/service.ts'
import { logsOperations, logsService } from './logs/service.ts'
import type { RpcOperations } from './protocol/rpc-call.ts'
import type { RpcService } from './protocol/rpc-service.ts'
import { stsOperations, stsService } from './sts/service.ts'

const built: [RpcService, RpcOperations][] = [
  [cloudWatchService, cloudWatchOperations],
  [cloudTrailService, cloudTrailOperations],
  [logsService, logsOperations],
  [stsService, stsOperations],
]

/** The services that are spoken to as a whole, unlike API Gateway, whose operations have paths of their own. */
export const rpcServices = built.map(([service]) => service)

export const operationsBuilt = (wanted: RpcService): RpcOperations =>
  built.find(([service]) => service === wanted)?.[1] ?? {}
