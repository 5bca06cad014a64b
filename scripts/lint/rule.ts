import type { RuleTester } from 'oxlint/plugins-dev'

/** oxlint keeps the name of this type to itself. */
export type Rule = Parameters<RuleTester['run']>[1]
