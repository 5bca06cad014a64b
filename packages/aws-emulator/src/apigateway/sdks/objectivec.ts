import { readmeOf, type ClientFiles, type ClientModel, type ClientRoute } from './client-model.ts'
import { podspec } from './swift.ts'

/** The folders are AWS's (from memory); instead of its pods the client needs Foundation only, and has a podspec of its own. */
export function objectivecFiles(model: ClientModel, { classPrefix = '' }: Record<string, string>): ClientFiles {
  const type = `${classPrefix}Client`
  const use = `Add \`generated-src\` to your project, or the pod, then \`[[${type} new] ${model.routes[0]?.name ?? 'rootGet'}:@{} body:nil completion:…]\`.`
  return {
    'aws-apigateway-ios-sdk/README.md': readmeOf(model, use),
    [`aws-apigateway-ios-sdk/${type}.podspec`]: podspec(type, '{h,m}'),
    [`aws-apigateway-ios-sdk/generated-src/${type}.h`]: headerOf(model, type),
    [`aws-apigateway-ios-sdk/generated-src/${type}.m`]: clientOf(model, type),
  }
}

const signature = ({ name }: ClientRoute, type: string) =>
  `- (void)${name}:(NSDictionary<NSString *, NSString *> *)params body:(NSData *)body completion:(${type}Completion)completion`

const headerOf = ({ routes }: ClientModel, type: string) => `#import <Foundation/Foundation.h>

typedef void (^${type}Completion)(NSData *data, NSHTTPURLResponse *response, NSError *error);

@interface ${type} : NSObject

@property (nonatomic, copy) NSString *endpoint;
@property (nonatomic, copy) NSString *apiKey;

${routes.map((route) => `${signature(route, type)};\n`).join('')}
@end
`

function clientOf({ url, routes }: ClientModel, type: string): string {
  const methods = routes.map(
    (route) => `
${signature(route, type)} {
    [self call:@"${route.verb}" path:@"${route.path}" params:params body:body completion:completion];
}
`,
  )
  return `#import "${type}.h"

@implementation ${type}

- (instancetype)init {
    if ((self = [super init])) _endpoint = @"${url}";
    return self;
}
${methods.join('')}
- (void)call:(NSString *)verb path:(NSString *)path params:(NSDictionary<NSString *, NSString *> *)params body:(NSData *)body completion:(${type}Completion)completion {
    NSURL *url = [NSURL URLWithString:[self.endpoint stringByAppendingString:[self at:path params:params]]];
    NSMutableURLRequest *request = [NSMutableURLRequest requestWithURL:url];
    request.HTTPMethod = verb;
    request.HTTPBody = body;
    if (self.apiKey) [request setValue:self.apiKey forHTTPHeaderField:@"x-api-key"];
    if (body) [request setValue:@"application/json" forHTTPHeaderField:@"Content-Type"];
    [[[NSURLSession sharedSession] dataTaskWithRequest:request completionHandler:^(NSData *data, NSURLResponse *response, NSError *error) {
        completion(data, (NSHTTPURLResponse *)response, error);
    }] resume];
}

- (NSString *)at:(NSString *)path params:(NSDictionary<NSString *, NSString *> *)params {
    NSString *filled = path;
    NSMutableArray<NSString *> *query = [NSMutableArray array];
    for (NSString *name in params) {
        NSString *value = [self encode:params[name]];
        NSString *one = [NSString stringWithFormat:@"{%@}", name];
        NSString *greedy = [NSString stringWithFormat:@"{%@+}", name];
        if ([filled containsString:one]) {
            filled = [filled stringByReplacingOccurrencesOfString:one withString:value];
        } else if ([filled containsString:greedy]) {
            // A greedy parameter keeps its slashes.
            value = [value stringByReplacingOccurrencesOfString:@"%2F" withString:@"/"];
            filled = [filled stringByReplacingOccurrencesOfString:greedy withString:value];
        } else {
            [query addObject:[NSString stringWithFormat:@"%@=%@", [self encode:name], value]];
        }
    }
    return query.count == 0 ? filled : [NSString stringWithFormat:@"%@?%@", filled, [query componentsJoinedByString:@"&"]];
}

- (NSString *)encode:(NSString *)text {
    NSCharacterSet *kept = [NSCharacterSet characterSetWithCharactersInString:@"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"];
    return [text stringByAddingPercentEncodingWithAllowedCharacters:kept];
}

@end
`
}
