import type { GetModelTemplateRequest, Template } from '@aws-sdk/client-api-gateway'
import { isRecord } from '../protocol/check-shape.ts'
import type { Call } from './call.ts'
import { parsedSchema } from './model-schema.ts'
import { findModel } from './models.ts'
import { findRestApi } from './rest-apis.ts'

/**
 * A sample mapping template for the model: sets `$inputRoot` and writes each of its properties from it. That it does so is
 * documented; how AWS words and indents it is guessed.
 */
export function getModelTemplate(call: Call, input: GetModelTemplateRequest): Template {
  const api = findRestApi(call, input.restApiId)
  const { schema } = findModel(call, api.id, input.modelName)
  const body = templateOf(schema ? parsedSchema(schema) : {}, '$inputRoot', 0)
  return { value: `#set($inputRoot = $input.path('$'))\n${body}` }
}

const deepest = 20

function templateOf(schema: unknown, from: string, depth: number): string {
  if (!isRecord(schema) || depth > deepest) return '{}'
  if (schema['type'] === 'array') return arrayTemplate(schema, from, depth)
  if (schema['type'] === 'string') return `"${from}"`
  if (['number', 'integer', 'boolean'].includes(String(schema['type']))) return from
  const properties = Object.entries(isRecord(schema['properties']) ? schema['properties'] : {})
  if (properties.length === 0) return '{}'
  const indent = '  '.repeat(depth)
  const lines = properties.map(
    ([name, property]) => `${indent}  "${name}" : ${templateOf(property, `${from}.${name}`, depth + 1)}`,
  )
  return `{\n${lines.join(',\n')}\n${indent}}`
}

function arrayTemplate(schema: Record<string, unknown>, from: string, depth: number): string {
  const indent = '  '.repeat(depth)
  const item = templateOf(schema['items'], '$elem', depth + 1)
  return `[\n${indent}#foreach($elem in ${from})\n${indent}  ${item}#if($foreach.hasNext),#end\n${indent}#end\n${indent}]`
}
