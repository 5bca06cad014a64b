import { installDebianPackages } from './setup-debian.ts'
import { findProgram, type Program } from './setup-program.ts'

/** The AWS CLI from the PATH, else from Debian. */
export async function setupAwsCli(): Promise<Program> {
  const found = await findProgram(['aws'])
  if (found) return { path: found }
  const problem = await installDebianPackages(['awscli'])
  const installed = await findProgram(['aws'])
  return installed ? { path: installed } : { missing: `no AWS CLI: ${problem ?? 'the installed one does not run'}` }
}
