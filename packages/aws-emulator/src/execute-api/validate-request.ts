import type { Model } from '@aws-sdk/client-api-gateway'
import draft04, { type ValidateFunction } from 'ajv-draft-04'
import type { Exchange } from './exchange.ts'
import { gatewayResponses, Refusal } from './gateway-response.ts'
import { mediaType } from './media-type.ts'
import { mappedValue } from './parameter-mapping.ts'
import type { Snapshot } from './snapshot.ts'

/** Checks what the method's validator asks for: required parameters, then the body against the model of its type. */
export function validateRequest(exchange: Exchange): void {
  const { route, snapshot } = exchange
  const validator = snapshot.requestValidator(route.method.requestValidatorId)
  if (validator?.validateRequestParameters) checkParameters(exchange)
  if (validator?.validateRequestBody) checkBody(exchange)
}

/** Headers come before path and query in the sentence (recorded). An empty value is as good as none (guessed). */
const kinds = ['header', 'path', 'querystring']

function checkParameters(exchange: Exchange): void {
  const { requestParameters = {} } = exchange.route.method
  const required = Object.keys(requestParameters).filter((name) => requestParameters[name])
  const missing = required
    .filter((name) => !mappedValue(name, { exchange }))
    .toSorted((a, b) => kinds.indexOf(a.split('.')[2] ?? '') - kinds.indexOf(b.split('.')[2] ?? ''))
    .map((name) => name.split('.').slice(3).join('.'))
  if (missing.length === 0) return
  const message = `Missing required request parameters: [${missing.join(', ')}]`
  throw new Refusal({ ...gatewayResponses.BAD_REQUEST_PARAMETERS, message }, message)
}

function checkBody(exchange: Exchange): void {
  const { route, request, snapshot } = exchange
  const { requestModels = {} } = route.method
  const type = mediaType(request.headers['content-type'])
  const model = snapshot.model(Object.hasOwn(requestModels, type) ? requestModels[type] : requestModels['$default'])
  if (!model) return
  const problem = problemOf(model, snapshot, request.body.toString('utf8'))
  if (problem === undefined) return
  exchange.validationError = problem
  exchange.log?.info(`Request body does not match model schema for content type ${type}: ${problem}`)
  throw new Refusal(gatewayResponses.BAD_REQUEST_BODY, problem)
}

/** What is wrong with a body, in the validator's words; AWS's own differ. */
function problemOf(model: Model, snapshot: Snapshot, body: string): string | undefined {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return '[Invalid JSON]'
  }
  const validate = validatorFor(model, snapshot)
  if (validate(value)) return undefined
  return `[${(validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`.trim()).join(', ')}]`
}

const compiled = new WeakMap<Model, ValidateFunction>()

function validatorFor(model: Model, snapshot: Snapshot): ValidateFunction {
  let validate = compiled.get(model)
  if (!validate) compiled.set(model, (validate = compile(model, snapshot)))
  return validate
}

/** A schema that can't be read, or that names a model that isn't there, is a configuration error. */
function compile(model: Model, snapshot: Snapshot): ValidateFunction {
  try {
    const ajv = new draft04.default({ strict: false, validateFormats: false, allErrors: true, logger: false })
    const schema = schemaOf(model)
    addReferenced(ajv, schema, snapshot)
    return ajv.compile(schema)
  } catch (error) {
    throw new Refusal(gatewayResponses.API_CONFIGURATION_ERROR, error instanceof Error ? error.message : String(error))
  }
}

const schemaOf = (model: Model) => JSON.parse(model.schema ?? '{}') as object

/** Models name each other by their URLs (documented). */
function addReferenced(
  ajv: Pick<InstanceType<typeof draft04.default>, 'getSchema' | 'addSchema'>,
  schema: unknown,
  snapshot: Snapshot,
): void {
  const references = JSON.stringify(schema).matchAll(/"\$ref":"(https:\/\/[^"#]*\/models\/([^"/#]+))(?:#[^"]*)?"/g)
  for (const [, url = '', name] of references) {
    const model = snapshot.model(name)
    if (!model || ajv.getSchema(url)) continue
    const referenced = schemaOf(model)
    ajv.addSchema(referenced, url)
    addReferenced(ajv, referenced, snapshot)
  }
}
