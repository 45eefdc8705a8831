import { describe, expect, test } from 'vitest'
import { parseFramingOrigins } from '../../../../collector/core/sharing/framing-origin.ts'

describe('parseFramingOrigins', () => {
  test.each([
    { typed: undefined, origins: [] },
    { typed: ['https://example.com'], origins: ['https://example.com'] },
    { typed: [' https://EXAMPLE.com/ ', 'https://example.com:443'], origins: ['https://example.com'] },
    { typed: ['https://bücher.example'], origins: ['https://xn--bcher-kva.example'] },
    { typed: ['https://example.com:8443'], origins: ['https://example.com:8443'] },
    {
      typed: ['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:8080'],
      origins: ['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:8080'],
    },
  ])('takes $typed', ({ typed, origins }) => {
    expect(parseFramingOrigins(typed)).toEqual({ ok: true, value: origins })
  })

  test.each([
    { typed: 'https://example.com', why: /Give a list/ },
    { typed: ['example.com'], why: /is no origin/ },
    { typed: [''], why: /is no origin/ },
    { typed: [7], why: /is no origin/ },
    { typed: ['http://example.com'], why: /write https/ },
    { typed: ['http://localhost.example.com'], why: /write https/ },
    { typed: ['https://*.example.com'], why: /name every origin/ },
    { typed: ['*'], why: /name every origin/ },
    { typed: ['https://example.com/page'], why: /more than an origin. Write "https:\/\/example.com"/ },
    { typed: ['https://me:secret@example.com'], why: /more than an origin/ },
    { typed: ['https://example.com?x'], why: /more than an origin/ },
    { typed: ['data:text/html,x'], why: /is no origin/ },
    { typed: ['javascript:alert(1)'], why: /is no origin/ },
    { typed: ["https://example.com;script-src'"], why: /would not take/ },
    { typed: ['https://example.com,evil.example'], why: /would not take/ },
    { typed: ["https://'self'"], why: /would not take/ },
    { typed: ['https://example.com', 'null'], why: /is no origin/ },
    { typed: Array.from({ length: 21 }, (_, index) => `https://a${index}.example`), why: /at most 20/ },
  ])('refuses $typed', ({ typed, why }) => {
    const result = parseFramingOrigins(typed)
    expect(result.ok ? '' : result.error).toMatch(why)
  })
})
