import {
  GetBasePathMappingsCommand,
  GetDomainNamesCommand,
  GetUsagePlansCommand,
  type BasePathMapping,
  type DomainName,
  type UsagePlan,
} from '@aws-sdk/client-api-gateway'
import type { AwsConnection } from './connections.ts'
import { readAllPages } from './paging.ts'

/** A usage plan that has the stage: its callers' keys are of it. */
export interface PlanOfStage {
  id: string
  name: string
}

interface Page<T> {
  items?: T[]
  position?: string
  $metadata: object
}

/** The usage plans that a stage is in. */
export async function readPlansOf({ gateway }: AwsConnection, apiId: string, stage: string): Promise<PlanOfStage[]> {
  const all = await readAllPages<UsagePlan>((position) =>
    gateway.read<Page<UsagePlan>>(() => new GetUsagePlansCommand({ limit: 500, position })),
  )
  return all
    .filter(({ apiStages = [] }) => apiStages.some((of) => of.apiId === apiId && of.stage === stage))
    .map(({ id = '', name = id }) => ({ id, name }))
}

/**
 * The addresses of custom domain names that lead to a stage, such as `api.example.com/v1`. Mappings with several parts to
 * their path are of API Gateway's second version and can't be seen here.
 */
export async function readAddressesOf({ gateway }: AwsConnection, apiId: string, stage: string): Promise<string[]> {
  const domains = await readAllPages<DomainName>((position) =>
    gateway.read<Page<DomainName>>(() => new GetDomainNamesCommand({ limit: 500, position })),
  )
  const mapped = await Promise.all(
    domains.map(async ({ domainName, domainNameId }) => {
      const mappings = await readAllPages<BasePathMapping>((position) =>
        gateway.read<Page<BasePathMapping>>(
          () => new GetBasePathMappingsCommand({ domainName, domainNameId, limit: 500, position }),
        ),
      )
      return mappings
        .filter((of) => of.restApiId === apiId && of.stage === stage)
        .map(({ basePath = '(none)' }) => `${domainName}/${basePath === '(none)' ? '' : basePath}`)
    }),
  )
  return mapped.flat()
}
