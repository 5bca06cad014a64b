import * as client from '@aws-sdk/client-cloudwatch'
import { rpcOperation, type RpcOperations } from '../protocol/rpc-call.ts'
import { rpcService } from '../protocol/rpc-service.ts'
import { getMetricData } from './get-metric-data.ts'
import { getMetricStatistics } from './get-metric-statistics.ts'
import { listMetrics } from './list-metrics.ts'
import { putMetricData } from './put-metric-data.ts'

export const cloudWatchService = rpcService(client, {
  name: 'cloudwatch',
  title: 'CloudWatch',
  errorNamespace: 'com.amazonaws.cloudwatch',
  json: { target: 'GraniteServiceVersion20100801', version: '1.0' },
  query: { version: '2010-08-01', namespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/' },
  cbor: { service: 'GraniteServiceVersion20100801' },
})

export const cloudWatchOperations: RpcOperations = {
  GetMetricData: rpcOperation(getMetricData),
  GetMetricStatistics: rpcOperation(getMetricStatistics),
  ListMetrics: rpcOperation(listMetrics),
  PutMetricData: rpcOperation(putMetricData),
}
