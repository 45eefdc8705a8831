import fc from 'fast-check'
import { expect, it } from 'vitest'
import { messagesByPath } from '../../../collector/core/messages-by-path.ts'

it('keeps every message, in order, whatever a path is called', () => {
  const path = fc.oneof(
    fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty'),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(path, fc.string())), entries => {
      const messages = messagesByPath(entries)
      expect(Object.keys(messages).toSorted()).toEqual([...new Set(entries.map(([path]) => path))].toSorted())
      for (const [path] of entries) {
        const own = entries.filter(([other]) => other === path).map(([, message]) => message)
        expect(Object.getOwnPropertyDescriptor(messages, path)?.value).toEqual(own)
      }
      expect(Object.getPrototypeOf(messages)).toBe(Object.prototype)
    }),
  )
})
