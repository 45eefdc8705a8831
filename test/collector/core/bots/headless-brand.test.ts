import { describe, expect, it } from 'vitest'
import { botOfBrands } from '../../../../collector/core/bots/headless-brand.ts'

describe('botOfBrands', () => {
  it.each([
    ['"Chromium";v="141", "HeadlessChrome";v="141"', 'Headless Chrome'],
    ['"Chromium";v="141", "Google Chrome";v="141", "Not?A_Brand";v="24"', undefined],
    ['', undefined],
  ])('finds in %j: %j', (header, name) => {
    expect(botOfBrands(header)?.name).toBe(name)
  })
})
