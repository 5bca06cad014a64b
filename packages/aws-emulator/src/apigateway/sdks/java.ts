import { capitalised, readmeOf, type ClientFiles, type ClientModel } from './client-model.ts'
import { importLines, javaPathImports, javaPaths, pom } from './java-paths.ts'

/** A Maven project as AWS's (documented); its folder's name is from memory, the client needs Java 11 and nothing else. */
export function javaFiles(
  model: ClientModel,
  { serviceName = '', javaPackageName = '' }: Record<string, string>,
): ClientFiles {
  const type = capitalised(serviceName)
  const use = `Build with \`mvn install\`, then \`new ${type}().${model.routes[0]?.name ?? 'rootGet'}(Map.of(), null)\`.`
  return {
    'generated-code/README.md': readmeOf(model, use),
    'generated-code/pom.xml': pom(javaPackageName, serviceName, '1.0-SNAPSHOT', '11'),
    [`generated-code/src/main/java/${javaPackageName.replaceAll('.', '/')}/${type}.java`]: clientOf(
      model,
      type,
      javaPackageName,
    ),
  }
}

const imports = importLines([
  ...javaPathImports,
  'java.net.URI',
  'java.net.http.HttpClient',
  'java.net.http.HttpRequest',
  'java.net.http.HttpResponse',
])

function clientOf({ url, routes }: ClientModel, type: string, packageName: string): string {
  const methods = routes.map(
    ({ name, verb, path }) => `
  public HttpResponse<String> ${name}(Map<String, String> params, String body) throws IOException, InterruptedException {
    return call("${verb}", "${path}", params, body);
  }
`,
  )
  return `package ${packageName};

${imports}
public final class ${type} {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String endpoint;
  private final String apiKey;

  public ${type}() {
    this("${url}", null);
  }

  public ${type}(String endpoint, String apiKey) {
    this.endpoint = endpoint;
    this.apiKey = apiKey;
  }
${methods.join('')}
  private HttpResponse<String> call(String verb, String path, Map<String, String> params, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint + at(path, params)));
    if (apiKey != null) request.header("x-api-key", apiKey);
    if (body != null) request.header("Content-Type", "application/json");
    request.method(verb, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

${javaPaths}}
`
}
