import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MAX_PICTURE_BYTES, PICTURES } from '../../../scripts/screenshots/pictures.ts'

const ROOT = join(import.meta.dirname, '../../..')
const FOLDER = 'dashboard/screenshots'

describe('pictures of the dashboard', () => {
  it('are those that are taken, and no others', () => {
    expect(readdirSync(join(ROOT, FOLDER)).sort()).toEqual(PICTURES.map(({ file }) => file).sort())
  })

  it.each(PICTURES)('$file is light enough, and shown in the README', ({ file }) => {
    expect(statSync(join(ROOT, FOLDER, file)).size).toBeLessThanOrEqual(MAX_PICTURE_BYTES)
    expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain(`${FOLDER}/${file}`)
  })
})
