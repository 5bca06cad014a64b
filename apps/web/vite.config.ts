import tailwindcss from '@tailwindcss/vite'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { contractRoutes } from './contract-routes.ts'

const bff = 'http://localhost:4000'

export default defineConfig({
  plugins: [
    tanstackRouter({ target: 'react', autoCodeSplitting: true, quoteStyle: 'single', semicolons: false }),
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
  },
  // The BFF takes writes from its own origin only.
  server: { proxy: { '/api': { target: bff, changeOrigin: true, headers: { origin: bff } } } },
})
