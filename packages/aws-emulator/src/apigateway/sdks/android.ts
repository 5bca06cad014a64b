import { readmeOf, type ClientFiles, type ClientModel } from './client-model.ts'
import { importLines, javaPathImports, javaPaths, pom } from './java-paths.ts'

/** A Maven project as AWS's (documented); the client needs nothing but Android's own HttpURLConnection. */
export function androidFiles(model: ClientModel, parameters: Record<string, string>): ClientFiles {
  const { groupId = '', artifactId = '', artifactVersion = '', invokerPackage = '' } = parameters
  const use = `Build with \`mvn install\`, then \`new ApiClient().${model.routes[0]?.name ?? 'rootGet'}(params, null)\`, off the main thread.`
  return {
    'generated-code/README.md': readmeOf(model, use),
    'generated-code/pom.xml': pom(groupId, artifactId, artifactVersion, '1.8'),
    [`generated-code/src/main/java/${invokerPackage.replaceAll('.', '/')}/ApiClient.java`]: clientOf(
      model,
      invokerPackage,
    ),
  }
}

const imports = importLines([
  ...javaPathImports,
  'java.io.InputStream',
  'java.net.HttpURLConnection',
  'java.net.URL',
  'java.util.Scanner',
])

function clientOf({ url, routes }: ClientModel, packageName: string): string {
  const methods = routes.map(
    ({ name, verb, path }) => `
  public Response ${name}(Map<String, String> params, String body) throws IOException {
    return call("${verb}", "${path}", params, body);
  }
`,
  )
  return `package ${packageName};

${imports}
public final class ApiClient {
  public static final class Response {
    public final int status;
    public final String body;

    Response(int status, String body) {
      this.status = status;
      this.body = body;
    }
  }

  private final String endpoint;
  private final String apiKey;

  public ApiClient() {
    this("${url}", null);
  }

  public ApiClient(String endpoint, String apiKey) {
    this.endpoint = endpoint;
    this.apiKey = apiKey;
  }
${methods.join('')}
  private Response call(String verb, String path, Map<String, String> params, String body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) new URL(endpoint + at(path, params)).openConnection();
    try {
      connection.setRequestMethod(verb);
      if (apiKey != null) connection.setRequestProperty("x-api-key", apiKey);
      if (body != null) {
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.getOutputStream().write(body.getBytes("UTF-8"));
      }
      int status = connection.getResponseCode();
      InputStream stream = status < 400 ? connection.getInputStream() : connection.getErrorStream();
      return new Response(status, stream == null ? "" : textOf(stream));
    } finally {
      connection.disconnect();
    }
  }

  private static String textOf(InputStream stream) {
    try (Scanner scanner = new Scanner(stream, "UTF-8").useDelimiter("\\\\A")) {
      return scanner.hasNext() ? scanner.next() : "";
    }
  }

${javaPaths}}
`
}
