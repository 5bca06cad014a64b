import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { type Router } from 'express'

const year = 365 * 24 * 3600

/** The built console: hashed assets for ever, and its one page for every address that isn't a file. */
export function webFiles(folder: string): Router {
  const router = express.Router()
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: year * 1_000, fallthrough: false }),
  )
  router.use(express.static(folder, { index: false, maxAge: 0 }))
  router.get('/{*path}', (request, response, next) => {
    const page = join(folder, 'index.html')
    if (!request.accepts('html')) return next()
    if (!existsSync(page)) return void response.status(503).type('text').send('The console is not built: pnpm build')
    response.set('Cache-Control', 'no-cache').sendFile(page)
  })
  return router
}
