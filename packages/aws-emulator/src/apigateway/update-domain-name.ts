import type { DomainName, EndpointType, UpdateDomainNameRequest } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import { checkEnum } from '../lib/check-enum.ts'
import { applyPatch, type PatchRule } from '../lib/patch/apply-patch.ts'
import { textRule } from '../lib/patch/field-rules.ts'
import { checkOps } from '../lib/patch/operations.ts'
import { refusePatch } from '../lib/patch/refuse-patch.ts'
import type { Call } from './call.ts'
import { checkDomainName, domainTypes, withEndpoints } from './domain-endpoints.ts'
import { domainNameOutput, findDomainName, putDomainName } from './domain-names.ts'
import type { DomainNameRecord } from './edge-records.ts'

export function updateDomainName(call: Call, input: UpdateDomainNameRequest): DomainName {
  const operations = checkOps('updateDomainNameInput', input.patchOperations)
  const patched = applyPatch(rules, findDomainName(call, input), operations, refusePatch)
  checkDomainName(patched)
  const domain = withEndpoints(call, patched)
  putDomainName(call, domain)
  return domainNameOutput(domain)
}

type Step = { value: string; names: Record<string, string> }

/** Paths documented. */
const rules: PatchRule<DomainNameRecord>[] = [
  textRule('certificateName', { clearable: true }),
  textRule('certificateArn', { clearable: true }),
  textRule('regionalCertificateName', { clearable: true }),
  textRule('regionalCertificateArn', { clearable: true }),
  textRule('ownershipVerificationCertificateArn', { clearable: true }),
  textRule('securityPolicy'),
  textRule('endpointAccessMode'),
  textRule('policy', { clearable: true }),
  textRule('managementPolicy', { clearable: true }),
  textRule('routingMode', {
    check: (mode) =>
      checkEnum(
        mode,
        ['BASE_PATH_MAPPING_ONLY', 'ROUTING_RULE_ONLY', 'ROUTING_RULE_THEN_BASE_PATH_MAPPING'],
        'domainName.routingMode',
      ),
  }),
  tlsRule('truststoreUri'),
  tlsRule('truststoreVersion'),
  { path: '/mutualTlsAuthentication', remove: (domain) => void delete domain.mutualTlsAuthentication },
  { path: '/endpointConfiguration/types', add: addType, remove: removeType },
  { path: '/endpointConfiguration/types/{type}', replace: replaceType },
  {
    path: '/endpointConfiguration/ipAddressType',
    replace(domain, { value }) {
      if (value !== 'ipv4' && value !== 'dualstack') throw badRequest('ipAddressType must be either ipv4 or dualstack.')
      domain.endpointConfiguration = { ...domain.endpointConfiguration, ipAddressType: value }
    },
  },
]

function tlsRule(field: 'truststoreUri' | 'truststoreVersion'): PatchRule<DomainNameRecord> {
  const set = (domain: DomainNameRecord, { value }: Step) =>
    void (domain.mutualTlsAuthentication = { ...domain.mutualTlsAuthentication, [field]: value })
  return { path: `/mutualTlsAuthentication/${field}`, add: set, replace: set }
}

const typesOf = ({ endpointConfiguration }: DomainNameRecord) => endpointConfiguration?.types ?? []

function setTypes(domain: DomainNameRecord, types: EndpointType[]): void {
  if (types.some((type) => !domainTypes.includes(type))) {
    throw badRequest('Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE')
  }
  domain.endpointConfiguration = { ...domain.endpointConfiguration, types: [...new Set(types)] }
}

function addType(domain: DomainNameRecord, { value }: Step): void {
  setTypes(domain, [...typesOf(domain), value as EndpointType])
}

function removeType(domain: DomainNameRecord, { value }: Step): void {
  setTypes(
    domain,
    typesOf(domain).filter((type) => type !== value),
  )
}

/** The path names the type there is, the value the one to have (as for RestApi). */
function replaceType(domain: DomainNameRecord, { value, names }: Step): void {
  const kept = typesOf(domain).filter((type) => type !== names['type'])
  setTypes(domain, [...kept, value as EndpointType])
}
