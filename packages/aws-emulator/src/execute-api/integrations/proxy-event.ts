import { contextOf, identityOf } from '../context-tree.ts'
import type { Exchange } from '../exchange.ts'
import { isBinary } from '../media-type.ts'
import { allValues, lastValues } from '../stage-request.ts'

const orNull = <Value extends object>(values: Value) => (Object.keys(values).length > 0 ? values : null)

/** The event that a function gets behind a proxy integration, version 1 (recorded). */
export function proxyEvent(exchange: Exchange): Record<string, unknown> {
  const { request, route, pathParameters, variables, snapshot, authorized } = exchange
  const binary = isBinary(snapshot.binaryMediaTypes, request.headers['content-type'])
  const hasBody = request.body.length > 0
  const context = contextOf(exchange)
  return {
    resource: route.resource.path,
    // With a custom name's base path, as many who use one report.
    path: exchange.custom?.path ?? request.path,
    httpMethod: request.method,
    headers: orNull(lastValues(request.headerList)),
    multiValueHeaders: orNull(allValues(request.headerList)),
    queryStringParameters: orNull(lastValues(request.query)),
    multiValueQueryStringParameters: orNull(allValues(request.query)),
    pathParameters: orNull(pathParameters),
    stageVariables: orNull(variables),
    requestContext: {
      accountId: context['accountId'],
      apiId: context['apiId'],
      ...(authorized && { authorizer: context['authorizer'] }),
      deploymentId: context['deploymentId'],
      domainName: context['domainName'],
      domainPrefix: context['domainPrefix'],
      extendedRequestId: context['extendedRequestId'],
      httpMethod: context['httpMethod'],
      identity: identityOf(exchange),
      path: context['path'],
      protocol: context['protocol'],
      requestId: context['requestId'],
      requestTime: context['requestTime'],
      requestTimeEpoch: context['requestTimeEpoch'],
      resourceId: context['resourceId'],
      resourcePath: context['resourcePath'],
      stage: context['stage'],
    },
    body: hasBody ? request.body.toString(binary ? 'base64' : 'utf8') : null,
    isBase64Encoded: hasBody && binary,
  }
}
