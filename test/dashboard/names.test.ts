import { describe, expect, test } from 'vitest'
import { displayName, formatNames, labelOf, valuesNamed } from '../../dashboard/src/lib/names.ts'

describe('displayName', () => {
  test.each([
    { dimension: 'visit:country', value: 'FI', name: 'Finland', why: 'a code has a name' },
    { dimension: 'visit:country', value: '(not set)', name: '(not set)', why: 'no code' },
    { dimension: 'visit:channel', value: 'Organic Search', name: 'Organic Search', why: 'a closed list' },
    {
      dimension: 'visit:source',
      value: 'toString',
      name: 'toString',
      why: 'a value is never a word by chance',
    },
    { dimension: 'event:page', value: '', name: '(empty)', why: 'nothing is shown as something' },
  ] as const)('shows $value of $dimension as $name: $why', ({ dimension, value, name }) => {
    expect(displayName(dimension, value)).toBe(name)
  })
})

describe('labelOf', () => {
  test('names a property by its key', () => expect(labelOf('event:props:plan')).toBe('plan'))
  test('names a goal', () => expect(labelOf('event:goal')).toBe('Goal'))
})

describe('valuesNamed', () => {
  test.each([
    { dimension: 'visit:country', text: 'wede', values: ['SE'], why: 'a part of a name' },
    { dimension: 'visit:country', text: 'ax', values: ['AX'], why: 'a code by itself' },
    {
      dimension: 'visit:channel',
      text: 'social',
      values: ['Paid Social', 'Organic Social'],
      why: 'any case',
    },
    { dimension: 'visit:device', text: 'zzz', values: [], why: 'nothing is called so' },
    { dimension: 'event:page', text: 'a', values: undefined, why: 'pages are their own names' },
  ] as const)('finds $values by $text in $dimension: $why', ({ dimension, text, values }) => {
    expect(valuesNamed(dimension, text)).toEqual(values)
  })
})

test('names that people gave are one list of them', () => {
  expect(formatNames(['Finns'])).toBe('“Finns”')
  expect(formatNames(['Finns', 'Readers', 'Buyers'])).toBe('“Finns”, “Readers” and “Buyers”')
})
