// JavaScript on purpose: a Node that is too old can't read the TypeScript that would tell it so.
const major = Number(process.versions.node.split('.')[0])

if (major < 24) {
  console.error(
    `Callboard needs Node 24 or newer, and this is ${process.version}. ` +
      'Run it through pnpm, which brings its own: npx -y pnpm@12 start (or test, check, …).',
  )
  process.exit(1)
}
