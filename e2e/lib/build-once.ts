import { buildWeb } from '../../scripts/build-web.ts'

/** Or every worker's first start would build the console at the same time. */
export default buildWeb
