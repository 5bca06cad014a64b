import * as client from '@aws-sdk/client-cloudtrail'
import { rpcOperation, type RpcOperations } from '../protocol/rpc-call.ts'
import { rpcService } from '../protocol/rpc-service.ts'
import { lookupEvents } from './lookup-events.ts'

export const cloudTrailService = rpcService(client, {
  name: 'cloudtrail',
  title: 'CloudTrail',
  json: { target: 'CloudTrail_20131101', version: '1.1' },
})

export const cloudTrailOperations: RpcOperations = { LookupEvents: rpcOperation(lookupEvents) }
