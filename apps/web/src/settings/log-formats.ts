const fields = [
  ['requestId', '$context.requestId'],
  ['ip', '$context.identity.sourceIp'],
  ['requestTime', '$context.requestTime'],
  ['httpMethod', '$context.httpMethod'],
  ['resourcePath', '$context.resourcePath'],
  ['status', '$context.status'],
  ['responseLength', '$context.responseLength'],
  ['responseLatency', '$context.responseLatency'],
  ['apiKeyId', '$context.identity.apiKeyId'],
] as const

/** AWS's four examples of a format, with the fields that an incident asks for. */
export const logFormats = {
  CLF: '$context.identity.sourceIp $context.identity.caller $context.identity.user [$context.requestTime] "$context.httpMethod $context.resourcePath $context.protocol" $context.status $context.responseLength $context.requestId',
  JSON: JSON.stringify(Object.fromEntries(fields)),
  XML: `<request id="$context.requestId">${fields
    .slice(1)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</request>`,
  CSV: fields.map(([, value]) => value).join(','),
}
export type LogFormat = keyof typeof logFormats
