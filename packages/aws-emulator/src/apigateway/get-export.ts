import type { ExportResponse, GetExportRequest } from '@aws-sdk/client-api-gateway'
import { stringify } from 'yaml'
import { badRequest } from '../lib/aws-error.ts'
import type { Call } from './call.ts'
import { exportSource, readExtensions, type ExportType } from './openapi/export-source.ts'
import { writeDocument } from './openapi/write-document.ts'

const types = ['oas30', 'swagger']

/** Content type and file name as recorded; that YAML's name ends in `yaml`, and the sentence, are guessed. */
export function getExport(call: Call, input: GetExportRequest): ExportResponse {
  const { exportType = '', accepts = '' } = input
  if (!types.includes(exportType)) {
    throw badRequest(`Invalid export type: ${exportType}. Must be one of: [${types.join(', ')}]`)
  }
  const source = exportSource(call, input.restApiId, input.stageName)
  const extensions = readExtensions(input.parameters?.['extensions'])
  const document = JSON.parse(JSON.stringify(writeDocument(source, exportType as ExportType, extensions))) as object
  const asYaml = accepts.includes('yaml')
  const text = asYaml ? stringify(document) : JSON.stringify(document, undefined, 2)
  return {
    contentType: 'application/octet-stream',
    contentDisposition: `attachment; filename="${exportType}_${source.version}.${asYaml ? 'yaml' : 'json'}"`,
    body: Buffer.from(text),
  }
}
