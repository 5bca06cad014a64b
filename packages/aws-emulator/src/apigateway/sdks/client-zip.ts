import { strToU8, zipSync } from 'fflate'
import { badRequest } from '../../lib/aws-error.ts'
import type { ExportSource } from '../openapi/export-source.ts'
import { androidFiles } from './android.ts'
import { clientModel, type ClientFiles, type ClientModel } from './client-model.ts'
import { javaFiles } from './java.ts'
import { javascriptFiles } from './javascript.ts'
import { objectivecFiles } from './objectivec.ts'
import { rubyFiles } from './ruby.ts'
import { swiftFiles } from './swift.ts'

type Parameters = Record<string, string>

const languages: Record<string, (model: ClientModel, parameters: Parameters) => ClientFiles> = {
  android: androidFiles,
  java: javaFiles,
  javascript: javascriptFiles,
  objectivec: objectivecFiles,
  ruby: rubyFiles,
  swift: swiftFiles,
}

/** A zip with the client of a stage; the parameters have been checked. */
export function clientZip(type: string, source: ExportSource, parameters: Parameters, now: number): Uint8Array {
  const files = languages[type]?.(clientModel(source), parameters) ?? {}
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const)
  return zipSync(Object.fromEntries(entries), { mtime: now })
}

const packageName = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/
const mavenName = /^\w[\w.-]*$/

/** Parameters become names in the code and in the zip's paths. */
const shapes: Record<string, RegExp> = {
  artifactId: mavenName,
  artifactVersion: mavenName,
  classPrefix: /^[A-Za-z]\w*$/,
  groupId: mavenName,
  invokerPackage: packageName,
  javaPackageName: packageName,
  'service.name': /^[A-Z][A-Za-z0-9]*$/,
  serviceName: /^[A-Za-z]\w*$/,
}

/** Which parameters a type requires is documented; what they may look like, and the sentences, are guessed. */
export function checkClientParameters(required: string[], given: Parameters): void {
  const missing = required.filter((name) => !given[name])
  if (missing.length > 0) throw badRequest(`Missing required parameters: [${missing.join(', ')}]`)
  const wrong = required.find((name) => !shapes[name]?.test(given[name] ?? ''))
  if (wrong !== undefined) throw badRequest(`Invalid value for parameter ${wrong}: ${given[wrong]}`)
}
