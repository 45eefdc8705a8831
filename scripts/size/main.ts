import { join } from 'node:path'
import { measureSizes, toTable } from './sizes.ts'

/** `npm run size`: what visitors and users of the dashboard download, compressed, beside what it may weigh. */
const sizes = measureSizes(join(import.meta.dirname, '..'))
console.log(toTable(sizes))
process.exitCode = sizes.some(({ bytes, limitBytes }) => bytes > limitBytes) ? 1 : 0
