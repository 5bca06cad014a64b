import type { Call } from './call.ts'
import { createApiKey } from './create-api-key.ts'
import { createDeployment } from './create-deployment.ts'
import { createResource } from './create-resource.ts'
import { createRestApi } from './create-rest-api.ts'
import { createStage } from './create-stage.ts'
import { createUsagePlan } from './create-usage-plan.ts'
import { createUsagePlanKey } from './create-usage-plan-key.ts'
import { definitionOperations } from './definition-operations.ts'
import { deleteApiKey } from './delete-api-key.ts'
import { deleteDeployment } from './delete-deployment.ts'
import { deleteIntegration } from './delete-integration.ts'
import { deleteMethod } from './delete-method.ts'
import { deleteResource } from './delete-resource.ts'
import { deleteRestApi } from './delete-rest-api.ts'
import { deleteStage } from './delete-stage.ts'
import { deleteUsagePlan } from './delete-usage-plan.ts'
import { deleteUsagePlanKey } from './delete-usage-plan-key.ts'
import { edgeOperations } from './edge-operations.ts'
import { exchangeOperations } from './exchange-operations.ts'
import { flushStageAuthorizersCache } from './flush-stage-authorizers-cache.ts'
import { flushStageCache } from './flush-stage-cache.ts'
import { getAccount } from './get-account.ts'
import { getApiKey } from './get-api-key.ts'
import { getApiKeys } from './get-api-keys.ts'
import { getDeployment } from './get-deployment.ts'
import { getDeployments } from './get-deployments.ts'
import { getIntegration } from './get-integration.ts'
import { getMethod } from './get-method.ts'
import { getResource } from './get-resource.ts'
import { getResources } from './get-resources.ts'
import { getRestApi } from './get-rest-api.ts'
import { getRestApis } from './get-rest-apis.ts'
import { getStage } from './get-stage.ts'
import { getStages } from './get-stages.ts'
import { getTags } from './get-tags.ts'
import { getUsage } from './get-usage.ts'
import { getUsagePlan } from './get-usage-plan.ts'
import { getUsagePlanKey } from './get-usage-plan-key.ts'
import { getUsagePlanKeys } from './get-usage-plan-keys.ts'
import { getUsagePlans } from './get-usage-plans.ts'
import { importApiKeys } from './import-api-keys.ts'
import { putIntegration } from './put-integration.ts'
import { putIntegrationResponse } from './put-integration-response.ts'
import { putMethod } from './put-method.ts'
import { putMethodResponse } from './put-method-response.ts'
import { tagResource } from './tag-resource.ts'
import { untagResource } from './untag-resource.ts'
import { updateAccount } from './update-account.ts'
import { updateApiKey } from './update-api-key.ts'
import { updateDeployment } from './update-deployment.ts'
import { updateRestApi } from './update-rest-api.ts'
import { updateStage } from './update-stage.ts'
import { updateUsage } from './update-usage.ts'
import { updateUsagePlan } from './update-usage-plan.ts'

/** The operations that are built; one that a newer SDK brings is parsed, routed and answered with a 501. */
const built = {
  CreateApiKey: createApiKey,
  CreateDeployment: createDeployment,
  CreateResource: createResource,
  CreateRestApi: createRestApi,
  CreateStage: createStage,
  CreateUsagePlan: createUsagePlan,
  CreateUsagePlanKey: createUsagePlanKey,
  DeleteApiKey: deleteApiKey,
  DeleteDeployment: deleteDeployment,
  DeleteIntegration: deleteIntegration,
  DeleteMethod: deleteMethod,
  DeleteResource: deleteResource,
  DeleteRestApi: deleteRestApi,
  DeleteStage: deleteStage,
  DeleteUsagePlan: deleteUsagePlan,
  DeleteUsagePlanKey: deleteUsagePlanKey,
  FlushStageAuthorizersCache: flushStageAuthorizersCache,
  FlushStageCache: flushStageCache,
  GetAccount: getAccount,
  GetApiKey: getApiKey,
  GetApiKeys: getApiKeys,
  GetDeployment: getDeployment,
  GetDeployments: getDeployments,
  GetIntegration: getIntegration,
  GetMethod: getMethod,
  GetResource: getResource,
  GetResources: getResources,
  GetRestApi: getRestApi,
  GetRestApis: getRestApis,
  GetStage: getStage,
  GetStages: getStages,
  GetTags: getTags,
  GetUsage: getUsage,
  GetUsagePlan: getUsagePlan,
  GetUsagePlanKey: getUsagePlanKey,
  GetUsagePlanKeys: getUsagePlanKeys,
  GetUsagePlans: getUsagePlans,
  ImportApiKeys: importApiKeys,
  PutIntegration: putIntegration,
  PutIntegrationResponse: putIntegrationResponse,
  PutMethod: putMethod,
  PutMethodResponse: putMethodResponse,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateAccount: updateAccount,
  UpdateApiKey: updateApiKey,
  UpdateDeployment: updateDeployment,
  UpdateRestApi: updateRestApi,
  UpdateStage: updateStage,
  UpdateUsage: updateUsage,
  UpdateUsagePlan: updateUsagePlan,
  ...definitionOperations,
  ...edgeOperations,
  ...exchangeOperations,
}

/** An operation throws an `AwsError` to refuse: then nothing it wrote is kept. */
type AnyOperation = (call: Call, input: never) => unknown

/** The input has been read by the operation's own schema, which is what makes the cast safe. */
export function builtOperation(name: string): ((call: Call, input: object) => unknown) | undefined {
  const operation = (built as Record<string, AnyOperation | undefined>)[name]
  return operation as ((call: Call, input: object) => unknown) | undefined
}
