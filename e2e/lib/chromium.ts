import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser']

/** The browser that the test command chose, else one from the PATH; undefined is Playwright's own. */
export function chromiumPath(env: NodeJS.ProcessEnv): string | undefined {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH
  const places = names.flatMap((name) => (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
  return places.find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
