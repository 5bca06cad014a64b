import { readmeOf, type ClientFiles, type ClientModel } from './client-model.ts'

/** Folder, file and function names as documented; the text is this emulator's own. */
export function javascriptFiles(model: ClientModel): ClientFiles {
  const use = 'Load `apigClient.js`, then `apigClientFactory.newClient({ apiKey })`.'
  return {
    'apiGateway-js-sdk/apigClient.js': clientOf(model),
    'apiGateway-js-sdk/README.md': readmeOf(model, use),
  }
}

function clientOf({ url, routes }: ClientModel): string {
  const methods = routes.map(
    ({ name, verb, path }) =>
      `    ${name}: (params, body, additionalParams) =>\n` +
      `      request(${JSON.stringify(verb)}, ${JSON.stringify(path)}, params, body, additionalParams),\n`,
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
    var filled = path.replace(/\\{([^}+]+)(\\+?)\\}/g, function (_, name, greedy) {
      var value = params[name];
      delete params[name];
      var encoded = encodeURIComponent(value === undefined ? '' : value);
      // A greedy parameter keeps its slashes.
      return greedy ? encoded.replace(/%2F/g, '/') : encoded;
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
