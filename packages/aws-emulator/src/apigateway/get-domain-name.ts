import type { DomainName, GetDomainNameRequest } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { domainNameOutput, findDomainName } from './domain-names.ts'

export function getDomainName(call: Call, input: GetDomainNameRequest): DomainName {
  return domainNameOutput(findDomainName(call, input))
}
