/** An URI or ARN with the variables filled in; one that has no value stays as it's written. */
export const fillTemplate = (template: string, variables: Record<string, string>): string =>
  template.replaceAll(/\$\{stageVariables\.([A-Za-z0-9_]+)\}/g, (text, name: string) =>
    Object.hasOwn(variables, name) ? variables[name]! : text,
  )

/** `orders-api:live` of a function's ARN: what a person calls it. */
export const shortFunction = (arn: string): string => /:function:(.+)$/.exec(arn)?.[1] ?? arn
