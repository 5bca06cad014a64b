import type { PutMetricFilterRequest } from '@aws-sdk/client-cloudwatch-logs'
import { AwsError } from '../../lib/aws-error.ts'
import type { RpcContext } from '../../protocol/rpc-call.ts'
import { findGroup } from '../log-groups.ts'
import { checkMetricFilter } from './check-metric-filter.ts'
import { filtersOf, findFilter, putFilter } from './metric-filter.ts'

/** Documented, as is five for patterns with regular expressions. */
const mostInGroup = 100
const mostExpressions = 5

/** Makes a filter, or puts it over the one of its name, whose time of creation stays (guessed). */
export function putMetricFilter(context: RpcContext, input: PutMetricFilterRequest): void {
  const { unit, now } = context
  const { name: group } = findGroup(context, input.logGroupName)
  const transformation = checkMetricFilter(input)
  const { filterName: name = '', filterPattern: pattern = '' } = input
  const known = findFilter(unit, group, name)
  const others = filtersOf(unit, group).filter((filter) => filter.name !== name)
  if (others.length >= mostInGroup) throw limitExceeded()
  const expressions = [...others.map((filter) => filter.pattern), pattern].filter((text) => /%.+%/.test(text))
  if (/%.+%/.test(pattern) && expressions.length > mostExpressions) throw limitExceeded()
  putFilter(unit, { group, name, pattern, transformation, createdAt: known?.createdAt ?? now }, now)
}

/** The sentence was seen on AWS, of subscription filters. */
const limitExceeded = () => new AwsError('LimitExceededException', 400, 'Resource limit exceeded.')
