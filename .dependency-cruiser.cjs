const { floors } = require('./scripts/floors.ts')

// Between them these say what a slice is (any folder that isn't shared), so that no rule lists slices.
const webShared = floors.web.shared.join('|')
const bffShared = floors.bff.shared.join('|')
const test = '[.](test|spec|arbitrary)[.]tsx?$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'slices-do-not-import-slices',
      comment: 'Only routes/ (web) and app.ts (BFF) put slices together.',
      severity: 'error',
      from: { path: `^apps/web/src/(?!(?:${webShared})/)([^/]+)/` },
      to: { path: '^apps/web/src/[^/]+/', pathNot: '^apps/web/src/($1|changes|lib|ui)/' },
    },
    {
      name: 'bff-slices-do-not-import-slices',
      comment: 'A slice knows itself, the engine and what all slices share; jobs/ and app.ts put slices together.',
      severity: 'error',
      from: { path: `^apps/bff/src/(?!(?:${bffShared})/)([^/]+)/` },
      to: { path: '^apps/bff/src/[^/]+/', pathNot: '^apps/bff/src/($1|aws|changes|db|lib)/' },
    },
    {
      name: 'shared-web-code-knows-no-slice',
      comment: 'ui/, lib/ and changes/ serve every slice.',
      severity: 'error',
      from: { path: '^apps/web/src/(changes|lib|ui)/' },
      to: { path: '^apps/web/src/[^/]+/', pathNot: '^apps/web/src/(changes|lib|ui)/' },
    },
    {
      name: 'shared-bff-code-knows-no-slice',
      comment: 'The engine is told what to do by a slice and never asks one.',
      severity: 'error',
      from: { path: '^apps/bff/src/(aws|changes|db|lib)/' },
      to: { path: '^apps/bff/src/[^/]+/', pathNot: '^apps/bff/src/(aws|changes|db|lib)/' },
    },
    {
      name: 'ui-knows-no-change',
      comment: 'Primitives know nothing of what is drawn with them.',
      severity: 'error',
      from: { path: '^apps/web/src/ui/' },
      to: { path: '^apps/web/src/changes/' },
    },
    {
      name: 'web-and-bff-meet-in-the-contract',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'contract-imports-no-one',
      severity: 'error',
      from: { path: '^packages/shared-types/' },
      to: { path: '^(apps|e2e|bench|scripts|packages/aws-emulator)/' },
    },
    {
      name: 'emulator-stands-alone',
      comment: 'It is an endpoint like any other: nothing of ours may shape its answers.',
      severity: 'error',
      from: { path: '^packages/aws-emulator/' },
      to: { path: '^(apps|e2e|bench|scripts|packages/shared-types)/' },
    },
    {
      name: 'emulator-only-from-outside',
      comment: 'Product code meets the emulator over the wire; main.ts may start it.',
      severity: 'error',
      from: { path: '^apps/[^/]+/src/', pathNot: [test, '^apps/bff/src/(lib/|main[.]ts$|app[.]ts$)'] },
      to: { path: '^packages/aws-emulator/' },
    },
    {
      name: 'sdk-only-in-aws',
      comment: 'All calls pass one place per account and region; the emulator takes the schemas, tests are clients.',
      severity: 'error',
      from: {
        path: '^(apps|packages|scripts)/',
        pathNot: [test, '^apps/bff/src/aws/', '^packages/aws-emulator/', '^(apps|packages)/[^/]+/tests/'],
      },
      to: { path: '(^|/)@(aws-sdk|aws-crypto|smithy)/' },
    },
    {
      name: 'writers-only-behind-the-door',
      comment: 'Every write goes through the change engine.',
      severity: 'error',
      from: { pathNot: '^apps/bff/src/(aws|changes)/' },
      to: { path: '^apps/bff/src/aws/([^/]+[.]writer|write-capability)[.]ts$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved-imports',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-dependency-in-production-code',
      severity: 'error',
      from: { path: '^(apps/bff|packages/[^/]+)/src/', pathNot: test },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|fence/fixtures)/' },
    // Types count: a slice that knows another's types knows the other.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
}
