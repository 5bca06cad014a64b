import * as client from '@aws-sdk/client-sts'
import { rpcOperation, type RpcOperations } from '../protocol/rpc-call.ts'
import { rpcService } from '../protocol/rpc-service.ts'
import { assumeRole } from './assume-role.ts'
import { getCallerIdentity } from './get-caller-identity.ts'

export const stsService = rpcService(client, {
  name: 'sts',
  title: 'STS',
  query: { version: '2011-06-15', namespace: 'https://sts.amazonaws.com/doc/2011-06-15/' },
})

export const stsOperations: RpcOperations = {
  AssumeRole: rpcOperation(assumeRole),
  GetCallerIdentity: rpcOperation(getCallerIdentity),
}
