import type { Rule } from './rule.ts'

const message = 'Ask an injected clock: process time for sockets and leases, world time for all that AWS dates.'

/** Forbids `Date.now` (called or passed on), `new Date()` and `Date()`: a time that no test and no emulator can set. */
export const noAmbientClock: Rule = {
  create: (context) => ({
    MemberExpression(node) {
      const isDate = node.object.type === 'Identifier' && node.object.name === 'Date'
      const isNow = node.property.type === 'Identifier' && node.property.name === 'now'
      if (isDate && isNow) context.report({ node, message })
    },
    NewExpression(node) {
      const isDate = node.callee.type === 'Identifier' && node.callee.name === 'Date'
      if (isDate && node.arguments.length === 0) context.report({ node, message })
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date') context.report({ node, message })
    },
  }),
}
