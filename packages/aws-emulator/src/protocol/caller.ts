import { AwsError } from '../lib/aws-error.ts'
import type { Place } from '../lib/store.ts'
import { accountOfKey } from '../sts/access-key.ts'
import type { HttpRequest } from './request.ts'

/** Who signed a request. */
export type Caller = { place: Place; accessKeyId: string; sessionToken: string | undefined }

const scope = /Credential=([^/,\s]+)\/[^/,\s]*\/([A-Za-z0-9-]+)\/([A-Za-z0-9-]+)\/aws4_request/

/** Account and region from the SigV4 credential scope; the signature isn't checked. */
export function callerIn({ headers }: HttpRequest): Caller {
  const found = scope.exec(headers['authorization'] ?? '')
  const [, accessKeyId = '', region = ''] = found ?? []
  // The sentence and status for a call without credentials: guessed, after the data plane's.
  if (!found) throw new AwsError('MissingAuthenticationTokenException', 403, 'Missing Authentication Token')
  return {
    place: { account: accountOfKey(accessKeyId), region },
    accessKeyId,
    sessionToken: headers['x-amz-security-token'],
  }
}
