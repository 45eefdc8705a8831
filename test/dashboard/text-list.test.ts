import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listFault, toEntries, toText } from '../../dashboard/src/lib/text-list.ts'

describe('toEntries', () => {
  it.each([
    { text: '', entries: [] },
    { text: ' \n , \n', entries: [] },
    { text: 'a\n b \n\nc', entries: ['a', 'b', 'c'] },
    { text: '192.0.2.0/24, 2001:db8::/32', entries: ['192.0.2.0/24', '2001:db8::/32'] },
  ])('reads $text as $entries', ({ text, entries }) => {
    expect(toEntries(text)).toEqual(entries)
  })

  it('reads what toText writes', () => {
    const entry = fc.string({ minLength: 1 }).filter(one => one.trim() === one && !/[\n,]/.test(one))
    fc.assert(
      fc.property(fc.array(entry), entries => {
        expect(toEntries(toText(entries))).toEqual(entries)
      }),
    )
  })
})

describe('listFault', () => {
  const fields = {
    'shields.networks.1': 'must be a network',
    'shields.networks.10': 'is wrong, too',
    'shields.pages': 'may have at most 100 entries',
    hostnames: 'is not ours',
  }
  it.each([
    { path: 'shields.networks', text: 'a\nb', fault: '“b” must be a network “” is wrong, too' },
    { path: 'shields.pages', text: '', fault: 'may have at most 100 entries' },
    { path: 'pages', text: '', fault: '' },
  ])('says of $path: $fault', ({ path, text, fault }) => {
    expect(listFault(fields, path, text)).toBe(fault)
  })
})
