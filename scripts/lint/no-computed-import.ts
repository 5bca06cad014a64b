import type { Rule } from './rule.ts'

/** Forbids `import(name)`: who imports whom must stand in the text, where the other rules can read it. */
export const noComputedImport: Rule = {
  create: (context) => ({
    ImportExpression(node) {
      const isText = node.source.type === 'Literal' && typeof node.source.value === 'string'
      if (!isText) context.report({ node, message: 'Import by a name that can be read here.' })
    },
  }),
}
