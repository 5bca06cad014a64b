/** What Java's clients share: a path with its parameters filled in, the rest of them as a query. */
export const javaPaths = `  private static String at(String path, Map<String, String> params) {
    Map<String, String> rest = new LinkedHashMap<>(params);
    Matcher part = Pattern.compile("\\\\{([^}+]+)(\\\\+?)\\\\}").matcher(path);
    StringBuffer filled = new StringBuffer();
    while (part.find()) {
      String value = rest.remove(part.group(1));
      String encoded = value == null ? "" : encode(value);
      // A greedy parameter keeps its slashes.
      if (!part.group(2).isEmpty()) encoded = encoded.replace("%2F", "/");
      part.appendReplacement(filled, Matcher.quoteReplacement(encoded));
    }
    part.appendTail(filled);
    String separator = "?";
    for (Map.Entry<String, String> entry : rest.entrySet()) {
      filled.append(separator).append(encode(entry.getKey())).append('=').append(encode(entry.getValue()));
      separator = "&";
    }
    return filled.toString();
  }

  private static String encode(String text) {
    try {
      return URLEncoder.encode(text, "UTF-8").replace("+", "%20");
    } catch (UnsupportedEncodingException error) {
      throw new IllegalStateException(error);
    }
  }
`
export const javaPathImports = [
  'java.io.IOException',
  'java.io.UnsupportedEncodingException',
  'java.net.URLEncoder',
  'java.util.LinkedHashMap',
  'java.util.Map',
  'java.util.regex.Matcher',
  'java.util.regex.Pattern',
]

export const importLines = (names: string[]) =>
  names
    .toSorted()
    .map((name) => `import ${name};\n`)
    .join('')

/** A pom of a library without dependencies. */
export const pom = (
  groupId: string,
  artifactId: string,
  version: string,
  release: string,
) => `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>${groupId}</groupId>
  <artifactId>${artifactId}</artifactId>
  <version>${version}</version>
  <packaging>jar</packaging>
  <properties>
    <maven.compiler.source>${release}</maven.compiler.source>
    <maven.compiler.target>${release}</maven.compiler.target>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
</project>
`
