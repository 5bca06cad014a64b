/** The pnpm that runs us, else the one a fresh machine would use. */
export function pnpmCommand(env: NodeJS.ProcessEnv = process.env): [command: string, ...args: string[]] {
  const running = env.npm_execpath ?? ''
  if (/[\\/]pnpm$/.test(running)) return [running]
  if (/pnpm\.[cm]?js$/.test(running)) return [process.execPath, running]
  return ['npx', '-y', 'pnpm@12']
}
