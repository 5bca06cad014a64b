import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Router, static as files } from 'express'

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
    <script src="/theme.js"></script>
    <title>Callboard's own API</title>
  </head>
  <body>
    <div id="docs"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`

// Only reading can be tried: a write belongs where its plan is shown before it's sent. A slice opens when it's chosen: all at
// once take seconds.
const start = `const { theme } = document.documentElement.dataset
const dark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
document.documentElement.classList.toggle('dark-mode', dark)
SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#docs',
  supportedSubmitMethods: ['get'],
  validatorUrl: null,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  filter: true,
  deepLinking: true,
})
`

/** Callboard's own API as a page, made from `/api/openapi.json`. */
export const apiDocs = (): Router =>
  Router()
    .get('/', (_request, response) => void response.type('html').send(page))
    .get('/start.js', (_request, response) => void response.type('js').send(start))
    .use(files(dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/swagger-ui.css'))), { index: false }))
