import { AwsError } from '../lib/aws-error.ts'
import type { Place } from '../lib/store.ts'
import type { HttpRequest } from './request.ts'

const defaultAccount = '000000000000'

const scope = /Credential=([^/,\s]+)\/[^/,\s]*\/([A-Za-z0-9-]+)\/([A-Za-z0-9-]+)\/aws4_request/

/**
 * Account and region from the SigV4 credential scope. An access key id of 12 digits is the account, as with LocalStack;
 * any other key is account 000000000000. The signature isn't checked.
 */
export function callerOf(request: HttpRequest): Place {
  const found = scope.exec(request.headers['authorization'] ?? '')
  const [, accessKey = '', region = ''] = found ?? []
  // The sentence and status for a call without credentials: guessed, after the data plane's.
  if (!found) throw new AwsError('MissingAuthenticationTokenException', 403, 'Missing Authentication Token')
  return { account: /^\d{12}$/.test(accessKey) ? accessKey : defaultAccount, region }
}
