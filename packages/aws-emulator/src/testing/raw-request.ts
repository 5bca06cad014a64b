export const authorization =
  'AWS4-HMAC-SHA256 Credential=111122223333/20260115/eu-central-1/apigateway/aws4_request, Signature=0'

/** The bytes of a request, as they go over the wire. */
export const raw = (line: string, headers: Record<string, string>, body = '') =>
  [
    `${line} HTTP/1.1`,
    'host: localhost',
    'connection: close',
    ...Object.entries(headers).map((pair) => pair.join(': ')),
  ]
    .concat(`content-length: ${Buffer.byteLength(body)}`, '', body)
    .join('\r\n')
