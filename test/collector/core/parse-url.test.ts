import { expect, it } from 'vitest'
import { parseUrl } from '../../../collector/core/parse-url.ts'

/** More calls than it takes until a function is compiled. */
const MANY = 100_000

it('reads a host with letters beyond ASCII, however often it was asked', () => {
  const unread = Array.from({ length: MANY }, () => parseUrl('https://bücher.example')?.hostname).filter(
    host => host !== 'xn--bcher-kva.example',
  )
  expect(unread).toEqual([])
})

it('reads what is relative to a base, and says when something is no address', () => {
  expect(parseUrl('/a?b', 'https://example.com')?.href).toBe('https://example.com/a?b')
  expect([parseUrl('/a?b'), parseUrl(''), parseUrl('https://')]).toEqual([undefined, undefined, undefined])
})
