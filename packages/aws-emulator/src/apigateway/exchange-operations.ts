import { getExport } from './get-export.ts'
import { getSdkType } from './get-sdk-type.ts'
import { getSdkTypes } from './get-sdk-types.ts'
import { getSdk } from './get-sdk.ts'
import { importRestApi } from './import-rest-api.ts'
import { putRestApi } from './put-rest-api.ts'
import { testInvokeAuthorizer } from './test-invoke-authorizer.ts'
import { testInvokeMethod } from './test-invoke-method.ts'

/** What takes a whole API in, hands it out, or tries it. */
export const exchangeOperations = {
  GetExport: getExport,
  GetSdk: getSdk,
  GetSdkType: getSdkType,
  GetSdkTypes: getSdkTypes,
  ImportRestApi: importRestApi,
  PutRestApi: putRestApi,
  TestInvokeAuthorizer: testInvokeAuthorizer,
  TestInvokeMethod: testInvokeMethod,
}
