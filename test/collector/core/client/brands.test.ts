import { describe, expect, it } from 'vitest'
import { brandOf, isHeadless } from '../../../../collector/core/client/brands.ts'

describe('brandOf', () => {
  it.each([
    ['"Chromium";v="142", "Google Chrome";v="142", "Not_A Brand";v="99"', undefined],
    ['"Not)A;Brand";v="8", "Chromium";v="138", "Brave";v="138"', { name: 'Brave', version: '138' }],
    ['"Microsoft Edge";v="141", "Chromium";v="141", "Not?A_Brand";v="24"', { name: 'Edge', version: '141' }],
    ['"Chromium";v="138", "Opera";v="122", "Not)A;Brand";v="8"', { name: 'Opera', version: '122' }],
    ['"Chromium";v="138", "Opera GX";v="122"', { name: 'Opera', version: '122' }],
    ['"Samsung Internet";v="28.0", "Chromium";v="130"', { name: 'Samsung Internet', version: '28' }],
    ['"Chromium";v="138", "Vivaldi";v="7.5"', { name: 'Vivaldi', version: '7' }],
    ['"Chromium";v="138", "DuckDuckGo";v="138"', { name: 'DuckDuckGo', version: '138' }],
    ['"Chromium" ; v="138" , "Brave" ; v="138"', { name: 'Brave', version: '138' }],
    ['"Chromium";v="138", "YaBrowser";v="25.8", "Yowser";v="2.5"', { name: 'Yandex Browser', version: '25' }],
    ['', undefined],
    ['Brave', undefined],
    ['"Brave"', undefined],
    ['"constructor";v="1"', undefined],
    [`${'"x";v="1", '.repeat(1_000)}"Brave";v="1"`, undefined],
  ])('finds in %j: %j', (header, brand) => {
    expect(brandOf(header)).toEqual(brand)
  })
})

describe('isHeadless', () => {
  it.each([
    ['"Chromium";v="141", "HeadlessChrome";v="141"', true],
    ['"Chromium";v="141", "Google Chrome";v="141"', false],
  ])('of %j is %j', (header, expected) => {
    expect(isHeadless(header)).toBe(expected)
  })
})
