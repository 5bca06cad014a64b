import tailwindcss from '@tailwindcss/vite'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { contractRoutes } from './contract-routes.ts'

/** The frame and the fleet come with the entry: they're what is opened first. */
const firstRoutes = ['/_app', '/_app/']

const bff = 'http://localhost:4000'

export default defineConfig({
  plugins: [
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      codeSplittingOptions: { splitBehavior: ({ routeId }) => (firstRoutes.includes(routeId) ? [] : undefined) },
      quoteStyle: 'single',
      semicolons: false,
    }),
    react(),
    contractRoutes(),
    tailwindcss(),
  ],
  build: {
    // The browsers that have light-dark(), which the tokens are written with.
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    // The Content-Security-Policy has no data: URLs.
    assetsInlineLimit: 0,
    // Says which files a page needs: scripts/checks/first-page.ts weighs the first one.
    manifest: true,
    // What the first page needs comes in one file: left alone it's fifty, most of a kilobyte.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
    chunkSizeWarningLimit: 1_000,
  },
  // The BFF takes writes from its own origin only.
  server: { proxy: { '/api': { target: bff, changeOrigin: true, headers: { origin: bff } } } },
})
