import { fileURLToPath } from 'node:url'
import { minifyContractRouter, type AnyContractRouter } from '@orpc/contract'
import { runnerImport, type Plugin } from 'vite'

const contractFile = fileURLToPath(import.meta.resolve('@callboard/shared-types/contract'))

/** They are for the API page, which the BFF prints. */
const leaveOutSummaries = (name: string, value: unknown) => (name === 'summary' ? undefined : value)

/**
 * Of the contract the console's client needs methods and paths alone: it gets those, as JSON, and the schemas of every
 * endpoint stay out of the first page.
 */
export const contractRoutes = (): Plugin => ({
  name: 'contract-routes',
  load: {
    filter: { id: contractFile },
    async handler() {
      const { module, dependencies } = await runnerImport<{ contract: AnyContractRouter }>(contractFile)
      for (const file of dependencies) this.addWatchFile(file)
      return `export const contract = ${JSON.stringify(minifyContractRouter(module.contract), leaveOutSummaries)}`
    },
  },
})
