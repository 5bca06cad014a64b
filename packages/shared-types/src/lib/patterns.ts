/** What names and ids look like. Apart from the schemas that use them: who only checks an address needs no schema. */
export const patterns = {
  connectionName: /^[a-z0-9][a-z0-9-]{0,62}$/,
  /** AWS: 10 characters of a-z and 0-9; kept wider for AWS-compatible servers. */
  apiId: /^[A-Za-z0-9_-]{1,64}$/,
  /** AWS: letters, digits, `-` and `_`, at most 128 (CreateStage in the API model). */
  stageName: /^[A-Za-z0-9_$-]{1,128}$/,
  deploymentId: /^[A-Za-z0-9_-]{1,64}$/,
  requestId: /^[\w=-]{1,128}$/,
  /** A verb and a path template, such as `GET /pets/{petId}`. */
  routeName: /^(?=.{1,400}$)[A-Z]{1,20} \/\S*$/,
} as const

/** The kinds of API that Amazon API Gateway has and Callboard shows. */
export const apiKinds = ['rest'] as const
