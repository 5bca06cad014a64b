import { readmeOf, type ClientFiles, type ClientModel } from './client-model.ts'

/** `SimpleCalc` is the module of the gem `simple-calc-sdk`, with a class Client (documented, as are names in snake case). */
export function rubyFiles(model: ClientModel, parameters: Record<string, string>): ClientFiles {
  const service = parameters['service.name'] ?? ''
  const gem = `${snakeCase(service).replaceAll('_', '-')}-sdk`
  const first = snakeCase(model.routes[0]?.name ?? 'rootGet')
  const use = `\`gem build ${gem}.gemspec && gem install ${gem}-1.0.0.gem\`, then \`${service}::Client.new.${first}\`.`
  const routes = model.routes.map((route) => ({ ...route, name: snakeCase(route.name) }))
  return {
    [`${gem}/README.md`]: readmeOf({ ...model, routes }, use),
    [`${gem}/${gem}.gemspec`]: gemspec(gem),
    [`${gem}/lib/${gem}.rb`]: clientOf({ ...model, routes }, service),
  }
}

const snakeCase = (name: string) => name.replaceAll(/(?<=[a-z0-9])([A-Z])/g, '_$1').toLowerCase()

const gemspec = (gem: string) => `Gem::Specification.new do |spec|
  spec.name = '${gem}'
  spec.version = '1.0.0'
  spec.summary = 'A client of an API'
  spec.authors = ['API Gateway']
  spec.files = ['lib/${gem}.rb']
end
`

function clientOf({ url, routes }: ClientModel, service: string): string {
  const methods = routes.map(
    ({ name, verb, path }) => `
    def ${name}(params = {}, body = nil)
      call('${verb}', '${path}', params, body)
    end
`,
  )
  return `require 'net/http'
require 'uri'

module ${service}
  class Client
    def initialize(endpoint: '${url}', api_key: nil)
      @endpoint = endpoint
      @api_key = api_key
    end
${methods.join('')}
    private

    def call(verb, path, params, body)
      rest = params.to_h { |name, value| [name.to_s, value.to_s] }
      filled = path.gsub(/\\{([^}+]+)(\\+?)\\}/) do
        greedy = !$2.empty?
        value = encode(rest.delete($1).to_s)
        # A greedy parameter keeps its slashes.
        greedy ? value.gsub('%2F', '/') : value
      end
      uri = URI(@endpoint + filled)
      uri.query = rest.map { |name, value| "#{encode(name)}=#{encode(value)}" }.join('&') unless rest.empty?
      request = Net::HTTPGenericRequest.new(verb, !body.nil?, verb != 'HEAD', uri)
      request['x-api-key'] = @api_key if @api_key
      request['Content-Type'] = 'application/json' if body
      request.body = body
      Net::HTTP.start(uri.host, uri.port, use_ssl: uri.scheme == 'https') { |http| http.request(request) }
    end

    def encode(text)
      URI.encode_www_form_component(text).gsub('+', '%20')
    end
  end
end
`
}
