import { createAuthorizer } from './create-authorizer.ts'
import { createDocumentationPart } from './create-documentation-part.ts'
import { createDocumentationVersion } from './create-documentation-version.ts'
import { createModel } from './create-model.ts'
import { createRequestValidator } from './create-request-validator.ts'
import { deleteAuthorizer } from './delete-authorizer.ts'
import { deleteDocumentationPart } from './delete-documentation-part.ts'
import { deleteDocumentationVersion } from './delete-documentation-version.ts'
import { deleteGatewayResponse } from './delete-gateway-response.ts'
import { deleteIntegrationResponse } from './delete-integration-response.ts'
import { deleteMethodResponse } from './delete-method-response.ts'
import { deleteModel } from './delete-model.ts'
import { deleteRequestValidator } from './delete-request-validator.ts'
import { getAuthorizer } from './get-authorizer.ts'
import { getAuthorizers } from './get-authorizers.ts'
import { getDocumentationPart } from './get-documentation-part.ts'
import { getDocumentationParts } from './get-documentation-parts.ts'
import { getDocumentationVersion } from './get-documentation-version.ts'
import { getDocumentationVersions } from './get-documentation-versions.ts'
import { getGatewayResponse } from './get-gateway-response.ts'
import { getGatewayResponses } from './get-gateway-responses.ts'
import { getIntegrationResponse } from './get-integration-response.ts'
import { getMethodResponse } from './get-method-response.ts'
import { getModel } from './get-model.ts'
import { getModelTemplate } from './get-model-template.ts'
import { getModels } from './get-models.ts'
import { getRequestValidator } from './get-request-validator.ts'
import { getRequestValidators } from './get-request-validators.ts'
import { importDocumentationParts } from './import-documentation-parts.ts'
import { putGatewayResponse } from './put-gateway-response.ts'
import { updateAuthorizer } from './update-authorizer.ts'
import { updateDocumentationPart } from './update-documentation-part.ts'
import { updateDocumentationVersion } from './update-documentation-version.ts'
import { updateGatewayResponse } from './update-gateway-response.ts'
import { updateIntegration } from './update-integration.ts'
import { updateIntegrationResponse } from './update-integration-response.ts'
import { updateMethod } from './update-method.ts'
import { updateMethodResponse } from './update-method-response.ts'
import { updateModel } from './update-model.ts'
import { updateRequestValidator } from './update-request-validator.ts'
import { updateResource } from './update-resource.ts'

/** What an API consists of: methods, models, validators, authorizers, gateway responses and documentation. */
export const definitionOperations = {
  CreateAuthorizer: createAuthorizer,
  CreateDocumentationPart: createDocumentationPart,
  CreateDocumentationVersion: createDocumentationVersion,
  CreateModel: createModel,
  CreateRequestValidator: createRequestValidator,
  DeleteAuthorizer: deleteAuthorizer,
  DeleteDocumentationPart: deleteDocumentationPart,
  DeleteDocumentationVersion: deleteDocumentationVersion,
  DeleteGatewayResponse: deleteGatewayResponse,
  DeleteIntegrationResponse: deleteIntegrationResponse,
  DeleteMethodResponse: deleteMethodResponse,
  DeleteModel: deleteModel,
  DeleteRequestValidator: deleteRequestValidator,
  GetAuthorizer: getAuthorizer,
  GetAuthorizers: getAuthorizers,
  GetDocumentationPart: getDocumentationPart,
  GetDocumentationParts: getDocumentationParts,
  GetDocumentationVersion: getDocumentationVersion,
  GetDocumentationVersions: getDocumentationVersions,
  GetGatewayResponse: getGatewayResponse,
  GetGatewayResponses: getGatewayResponses,
  GetIntegrationResponse: getIntegrationResponse,
  GetMethodResponse: getMethodResponse,
  GetModel: getModel,
  GetModelTemplate: getModelTemplate,
  GetModels: getModels,
  GetRequestValidator: getRequestValidator,
  GetRequestValidators: getRequestValidators,
  ImportDocumentationParts: importDocumentationParts,
  PutGatewayResponse: putGatewayResponse,
  UpdateAuthorizer: updateAuthorizer,
  UpdateDocumentationPart: updateDocumentationPart,
  UpdateDocumentationVersion: updateDocumentationVersion,
  UpdateGatewayResponse: updateGatewayResponse,
  UpdateIntegration: updateIntegration,
  UpdateIntegrationResponse: updateIntegrationResponse,
  UpdateMethod: updateMethod,
  UpdateMethodResponse: updateMethodResponse,
  UpdateModel: updateModel,
  UpdateRequestValidator: updateRequestValidator,
  UpdateResource: updateResource,
}
