import type {
  DescribeQueriesRequest,
  DescribeQueriesResponse,
  GetQueryResultsRequest,
  GetQueryResultsResponse,
  StopQueryRequest,
  StopQueryResponse,
} from '@aws-sdk/client-cloudwatch-logs'
import { AwsError } from '../../lib/aws-error.ts'
import type { RpcContext } from '../../protocol/rpc-call.ts'
import { invalidParameter } from '../errors.ts'
import type { Query } from './query-store.ts'

/** While a query runs it has no results yet; AWS may show some (documented). */
export function getQueryResults(context: RpcContext, { queryId }: GetQueryResultsRequest): GetQueryResultsResponse {
  const { status, results, statistics } = findQuery(context, queryId)
  return { queryLanguage: 'CWLI', status, results, statistics }
}

export function stopQuery(context: RpcContext, { queryId }: StopQueryRequest): StopQueryResponse {
  const query = findQuery(context, queryId)
  // The sentence is guessed.
  if (query.status !== 'Running') throw invalidParameter('The specified query has already ended.')
  query.status = 'Cancelled'
  return { success: true }
}

/** Latest first. */
export function describeQueries(
  { emulator, place }: RpcContext,
  input: DescribeQueriesRequest,
): DescribeQueriesResponse {
  const found = emulator.queries
    .list(place)
    .filter(({ status, groups }) => {
      return (input.status ?? status) === status && (!input.logGroupName || groups.includes(input.logGroupName))
    })
    .map(({ id, text, status, startedAt, groups }) => ({
      queryId: id,
      queryString: text,
      status,
      createTime: startedAt,
      logGroupName: groups[0],
    }))
  return { queries: found.slice(0, input.maxResults) }
}

/** The sentence is guessed. */
function findQuery({ emulator, place }: RpcContext, id = ''): Query {
  const found = emulator.queries.find(place, id)
  if (!found) throw new AwsError('ResourceNotFoundException', 400, 'The specified query does not exist.')
  return found
}
