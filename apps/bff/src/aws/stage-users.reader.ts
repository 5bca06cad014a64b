import {
  GetBasePathMappingsCommand,
  GetDomainNamesCommand,
  type BasePathMapping,
  type DomainName,
} from '@aws-sdk/client-api-gateway'
import type { AwsConnection } from './connections.ts'
import { readAllPages } from './paging.ts'
import { planStageKey } from './plan-config.ts'
import { fetchUsagePlans } from './usage-plans.reader.ts'

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
export async function readPlansOf(connection: AwsConnection, apiId: string, stage: string): Promise<PlanOfStage[]> {
  const plans = await fetchUsagePlans(connection, 'read')
  return plans
    .filter(({ config }) => planStageKey(apiId, stage) in config.apiStages)
    .map(({ id, config }) => ({ id, name: config.name || id }))
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
