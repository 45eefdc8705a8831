import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { measureSizes, toTable } from '../../../scripts/size/sizes.ts'
import { tempDirectory } from '../../support/temp-directory.ts'

const built = measureSizes(join(import.meta.dirname, '../../../dist'))

describe('sizes of the build', () => {
  it.each(built)('$part weighs at most $limitBytes bytes compressed', ({ bytes, limitBytes }) => {
    expect(bytes).toBeLessThanOrEqual(limitBytes)
  })

  it('count at first what the page names, what that imports outright, and the longest language', () => {
    const dist = tempDirectory()
    for (const directory of ['tracker', 'dashboard/assets'])
      mkdirSync(join(dist, directory), { recursive: true })
    const files = {
      'tracker/script.js': 'x',
      'tracker/exclude.js': 'x',
      'dashboard/index.html':
        '<script src="./assets/index-12345678.js"></script><link href="./assets/index-abcdefgh.css">',
      'dashboard/assets/index-12345678.js':
        'import{a}from"./shared-12345678.js";import(`./chart-12345678.js`)',
      'dashboard/assets/index-abcdefgh.css': 'a{}',
      'dashboard/assets/shared-12345678.js': 'export const a=1',
      'dashboard/assets/chart-12345678.js': 'export const b=1',
      'dashboard/assets/de-12345678.js': 'export const Begriff="Absprungrate"',
      'dashboard/assets/en-12345678.js': 'export const a="b"',
    }
    for (const [file, text] of Object.entries(files)) writeFileSync(join(dist, file), text)
    const sizes = measureSizes(dist)
    expect(sizes.find(({ part }) => part === 'first load, scripts')?.files).toEqual([
      'dashboard/assets/index-12345678.js',
      'dashboard/assets/shared-12345678.js',
      'dashboard/assets/de-12345678.js',
    ])
    const parts = sizes.map(({ part }) => part)
    expect(parts).toEqual(expect.arrayContaining(['later: chart.js', 'later: en.js']))
  })

  it('are told with what is too heavy', () => {
    const size = { part: 'first load, scripts', files: [], bytes: 120_400, limitBytes: 120_000 }
    expect(toTable([size])).toBe('first load, scripts  120,400 B of  120,000 B  too heavy')
  })
})
