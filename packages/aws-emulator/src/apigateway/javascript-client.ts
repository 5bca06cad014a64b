import { strToU8, zipSync } from 'fflate'
import type { ExportSource } from './openapi/export-source.ts'

/** A zip with a client of one function per method, named as AWS names them (documented): `GET /pets/{id}` is `petsIdGet`. */
export function javascriptClient(source: ExportSource, now: number): Uint8Array {
  const files = { 'apigClient.js': clientOf(source), 'README.md': readmeOf(source) }
  const entries = Object.entries(files).map(([name, text]) => [`apiGateway-js-sdk/${name}`, strToU8(text)] as const)
  return zipSync(Object.fromEntries(entries), { mtime: now })
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()

function functionName(verb: string, path: string): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  const [first = 'root', ...rest] = words.map((word, n) =>
    n === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1),
  )
  return first + rest.join('') + capital(verb)
}

function methodsOf({ resources }: ExportSource) {
  return resources.flatMap(({ path, resourceMethods }) =>
    Object.keys(resourceMethods).map((verb) => ({ path, verb, name: functionName(verb, path) })),
  )
}

function clientOf(source: ExportSource): string {
  const { api, region, stageName } = source
  const url = `https://${api.id}.execute-api.${region}.amazonaws.com/${stageName}`
  const methods = methodsOf(source).map(
    ({ name, verb, path }) =>
      `    ${JSON.stringify(name)}: (params, body, additionalParams) =>\n` +
      `      request(${JSON.stringify(verb === 'ANY' ? 'GET' : verb)}, ${JSON.stringify(path)}, params, body, additionalParams),\n`,
  )
  return `${preamble(url)}\n  return {\n${methods.join('')}  };\n};\n`
}

const preamble = (url: string) => `var apigClientFactory = {};

/** config: { invokeUrl, apiKey, headers }. Path parameters are taken from params, the rest goes into the query. */
apigClientFactory.newClient = function (config) {
  config = config || {};
  var base = config.invokeUrl || ${JSON.stringify(url)};
  async function request(verb, path, params, body, additional) {
    params = Object.assign({}, params);
    additional = additional || {};
    var filled = path.replace(/\\{([^}+]+)\\+?\\}/g, function (_, name) {
      var value = params[name];
      delete params[name];
      return encodeURIComponent(value === undefined ? '' : value);
    });
    var query = new URLSearchParams(Object.assign(params, additional.queryParams)).toString();
    var headers = Object.assign({}, config.headers, additional.headers);
    if (config.apiKey) headers['x-api-key'] = config.apiKey;
    if (body !== undefined && body !== null && !headers['Content-Type']) headers['Content-Type'] = 'application/json';
    var answer = await fetch(base + filled + (query ? '?' + query : ''), {
      method: verb,
      headers: headers,
      body: body === undefined || body === null ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    var text = await answer.text();
    var data = text;
    try { data = JSON.parse(text); } catch (_) {}
    return { status: answer.status, headers: Object.fromEntries(answer.headers), data: data };
  }
`

function readmeOf(source: ExportSource): string {
  const lines = methodsOf(source).map(({ name, verb, path }) => `- \`${name}\`: ${verb} ${path}`)
  return `# A client for ${source.api.name}\n\nLoad \`apigClient.js\`, then \`apigClientFactory.newClient({ apiKey })\`.\n\n${lines.join('\n')}\n`
}
