import { describe, expect, it } from 'vitest'
import { primaryLanguage } from '../../../../collector/core/client/language.ts'

describe('primaryLanguage', () => {
  it.each([
    ['fi-FI,fi;q=0.9,en;q=0.8', 'fi', 'the first of several'],
    ['en-US', 'en', 'the region is not kept'],
    ['sv;q=0.5', 'sv', 'nor the weight'],
    ['*', '', 'any language is none'],
    ['', '', 'no header'],
    ['<script>', '', 'no language'],
  ])('%s is %s: %s', (header, language) => {
    expect(primaryLanguage(header)).toBe(language)
  })
})
