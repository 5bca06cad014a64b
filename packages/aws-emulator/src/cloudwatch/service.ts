import * as client from '@aws-sdk/client-cloudwatch'
import { rpcOperation, type RpcOperations } from '../protocol/rpc-call.ts'
import { rpcService } from '../protocol/rpc-service.ts'
import { disableAlarmActions, enableAlarmActions } from './alarms/alarm-actions.ts'
import { deleteAlarms } from './alarms/delete-alarms.ts'
import { describeAlarmHistory } from './alarms/describe-alarm-history.ts'
import { describeAlarms, describeAlarmsForMetric } from './alarms/describe-alarms.ts'
import { putMetricAlarm } from './alarms/put-metric-alarm.ts'
import { setAlarmState } from './alarms/set-alarm-state.ts'
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
  DeleteAlarms: rpcOperation(deleteAlarms),
  DescribeAlarmHistory: rpcOperation(describeAlarmHistory),
  DescribeAlarms: rpcOperation(describeAlarms),
  DescribeAlarmsForMetric: rpcOperation(describeAlarmsForMetric),
  DisableAlarmActions: rpcOperation(disableAlarmActions),
  EnableAlarmActions: rpcOperation(enableAlarmActions),
  GetMetricData: rpcOperation(getMetricData),
  GetMetricStatistics: rpcOperation(getMetricStatistics),
  ListMetrics: rpcOperation(listMetrics),
  PutMetricAlarm: rpcOperation(putMetricAlarm),
  PutMetricData: rpcOperation(putMetricData),
  SetAlarmState: rpcOperation(setAlarmState),
}
