import * as client from '@aws-sdk/client-cloudwatch-logs'
import { rpcOperation, type RpcOperations } from '../protocol/rpc-call.ts'
import { rpcService } from '../protocol/rpc-service.ts'
import { createLogGroup } from './create-log-group.ts'
import { deleteLogGroup } from './delete-log-group.ts'
import { describeLogGroups } from './describe-log-groups.ts'
import { describeLogStreams } from './describe-log-streams.ts'
import { filterLogEvents } from './filter-log-events.ts'
import { getLogEvents } from './get-log-events.ts'
import { describeQueries, getQueryResults, stopQuery } from './insights/query-results.ts'
import { startQuery } from './insights/start-query.ts'
import { createLogStream, deleteLogStream } from './log-streams.ts'
import { deleteMetricFilter } from './metric-filters/delete-metric-filter.ts'
import { describeMetricFilters } from './metric-filters/describe-metric-filters.ts'
import { putMetricFilter } from './metric-filters/put-metric-filter.ts'
import { testMetricFilter } from './metric-filters/test-metric-filter.ts'
import { putLogEvents } from './put-log-events.ts'
import { deleteRetentionPolicy, putRetentionPolicy } from './retention-policy.ts'

export const logsService = rpcService(client, {
  name: 'logs',
  title: 'CloudWatch Logs',
  json: { target: 'Logs_20140328', version: '1.1' },
})

export const logsOperations: RpcOperations = {
  CreateLogGroup: rpcOperation(createLogGroup),
  CreateLogStream: rpcOperation(createLogStream),
  DeleteLogGroup: rpcOperation(deleteLogGroup),
  DeleteLogStream: rpcOperation(deleteLogStream),
  DeleteMetricFilter: rpcOperation(deleteMetricFilter),
  DeleteRetentionPolicy: rpcOperation(deleteRetentionPolicy),
  DescribeLogGroups: rpcOperation(describeLogGroups),
  DescribeLogStreams: rpcOperation(describeLogStreams),
  DescribeMetricFilters: rpcOperation(describeMetricFilters),
  DescribeQueries: rpcOperation(describeQueries),
  FilterLogEvents: rpcOperation(filterLogEvents),
  GetLogEvents: rpcOperation(getLogEvents),
  GetQueryResults: rpcOperation(getQueryResults),
  PutLogEvents: rpcOperation(putLogEvents),
  PutMetricFilter: rpcOperation(putMetricFilter),
  PutRetentionPolicy: rpcOperation(putRetentionPolicy),
  StartQuery: rpcOperation(startQuery),
  StopQuery: rpcOperation(stopQuery),
  TestMetricFilter: rpcOperation(testMetricFilter),
}
