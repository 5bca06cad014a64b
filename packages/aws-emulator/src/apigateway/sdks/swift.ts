import { readmeOf, type ClientFiles, type ClientModel } from './client-model.ts'

/** The folders are AWS's (from memory); instead of its pods the client needs Foundation only, and has a podspec of its own. */
export function swiftFiles(model: ClientModel, { classPrefix = '' }: Record<string, string>): ClientFiles {
  const type = `${classPrefix}Client`
  const use = `Add \`generated-src\` to your project, or the pod, then \`try await ${type}().${model.routes[0]?.name ?? 'rootGet'}()\`.`
  return {
    'aws-apigateway-ios-swift/README.md': readmeOf(model, use),
    [`aws-apigateway-ios-swift/${type}.podspec`]: podspec(type, 'swift'),
    [`aws-apigateway-ios-swift/generated-src/${type}.swift`]: clientOf(model, type),
  }
}

export const podspec = (type: string, extension: string) => `Pod::Spec.new do |spec|
  spec.name = '${type}'
  spec.version = '1.0.0'
  spec.summary = 'A client of an API'
  spec.homepage = 'https://aws.amazon.com/api-gateway/'
  spec.license = 'Apache-2.0'
  spec.author = 'API Gateway'
  spec.source = { :path => '.' }
  spec.platform = :ios, '15.0'
  spec.source_files = 'generated-src/*.${extension}'
end
`

function clientOf({ url, routes }: ClientModel, type: string): string {
  const methods = routes.map(
    ({ name, verb, path }) => `
    public func ${name}(_ params: [String: String] = [:], body: Data? = nil) async throws -> (Data, HTTPURLResponse) {
        return try await call("${verb}", "${path}", params, body)
    }
`,
  )
  return `import Foundation

public final class ${type} {
    private let endpoint: String
    private let apiKey: String?

    public init(endpoint: String = "${url}", apiKey: String? = nil) {
        self.endpoint = endpoint
        self.apiKey = apiKey
    }
${methods.join('')}
    private func call(_ verb: String, _ path: String, _ params: [String: String], _ body: Data?) async throws -> (Data, HTTPURLResponse) {
        guard let url = URL(string: endpoint + ${type}.at(path, params)) else { throw URLError(.badURL) }
        var request = URLRequest(url: url)
        request.httpMethod = verb
        request.httpBody = body
        if let apiKey = apiKey { request.setValue(apiKey, forHTTPHeaderField: "x-api-key") }
        if body != nil { request.setValue("application/json", forHTTPHeaderField: "Content-Type") }
        let (data, response) = try await URLSession.shared.data(for: request)
        guard let answer = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        return (data, answer)
    }

    private static func at(_ path: String, _ params: [String: String]) -> String {
        var filled = path
        var query: [String] = []
        for (name, value) in params.sorted(by: { $0.key < $1.key }) {
            let (one, greedy) = ("{\\(name)}", "{\\(name)+}")
            if filled.contains(one) {
                filled = filled.replacingOccurrences(of: one, with: encode(value))
            } else if filled.contains(greedy) {
                // A greedy parameter keeps its slashes.
                filled = filled.replacingOccurrences(of: greedy, with: encode(value).replacingOccurrences(of: "%2F", with: "/"))
            } else {
                query.append(encode(name) + "=" + encode(value))
            }
        }
        return query.isEmpty ? filled : filled + "?" + query.joined(separator: "&")
    }

    private static func encode(_ text: String) -> String {
        let kept = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: kept) ?? ""
    }
}
`
}
