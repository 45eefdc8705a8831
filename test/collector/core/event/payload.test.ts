import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePayload } from '../../../../collector/core/event/payload.ts'

const BASE = { n: 'pageview', u: 'https://example.com/a', d: 'example.com' }

function errorsOf(body: unknown): string[] {
  const result = parsePayload(body)
  return result.ok ? [] : Object.keys(result.errors)
}

function payloadOf(change: object) {
  const result = parsePayload({ ...BASE, ...change })
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.errors)}`)
  return result.payload
}

describe('parsePayload', () => {
  it.each([
    { why: 'nothing at all', body: undefined, fields: ['request'] },
    { why: 'a list instead of an object', body: [BASE], fields: ['request'] },
    { why: 'a text', body: 'pageview', fields: ['request'] },
    { why: 'an empty object: every missing field at once', body: {}, fields: ['event_name', 'url'] },
    { why: 'a name that is only blank', body: { ...BASE, n: '  ' }, fields: ['event_name'] },
    { why: 'a name of 121 characters', body: { ...BASE, n: 'x'.repeat(121) }, fields: ['event_name'] },
    { why: 'a name that is a fraction', body: { ...BASE, n: 1.5 }, fields: ['event_name'] },
    { why: 'a URL without scheme', body: { ...BASE, u: 'example.com/a' }, fields: ['url'] },
    { why: 'a data URL', body: { ...BASE, u: 'data:text/html,x' }, fields: ['url'] },
    { why: 'a script URL', body: { ...BASE, u: 'javascript:alert(1)' }, fields: ['url'] },
    {
      why: 'a URL of 2,001 bytes',
      body: { ...BASE, u: `https://example.com/${'a'.repeat(1_981)}` },
      fields: ['url'],
    },
    { why: 'a URL that is a number', body: { ...BASE, u: 7 }, fields: ['url'] },
    { why: 'a domain that is an object', body: { ...BASE, d: {} }, fields: ['domain'] },
    { why: 'a domain list of commas only', body: { ...BASE, d: ',,' }, fields: ['domain'] },
    { why: 'props that are a list', body: { ...BASE, p: ['a'] }, fields: ['props'] },
    { why: 'props that are broken JSON', body: { ...BASE, p: '{' }, fields: ['props'] },
    {
      why: '31 props',
      body: { ...BASE, p: Object.fromEntries(Array.from({ length: 31 }, (_, i) => [`k${i}`, 1])) },
      fields: ['props'],
    },
    { why: 'a prop value of 2,001 bytes', body: { ...BASE, p: { a: 'x'.repeat(2_001) } }, fields: ['props'] },
  ])('refuses $why', ({ body, fields }) => {
    expect(errorsOf(body)).toEqual(fields)
  })

  it.each([
    { why: 'an integer name becomes text', change: { n: 404 }, expected: { name: '404' } },
    {
      why: 'the short name wins over the long one',
      change: { name: 'other' },
      expected: { name: 'pageview' },
    },
    {
      why: 'www. is no part of a domain',
      change: { d: 'WWW.Example.com' },
      expected: { domains: ['example.com'] },
    },
    {
      why: 'several sites, each once',
      change: { d: 'a.fi, b.fi,www.a.fi' },
      expected: { domains: ['a.fi', 'b.fi'] },
    },
    {
      why: 'no domain: the host of the URL',
      change: { d: undefined },
      expected: { domains: ['example.com'] },
    },
    {
      why: 'an international domain is in ASCII',
      change: { d: 'Hämeen.fi' },
      expected: { domains: ['xn--hmeen-gra.fi'] },
    },
    { why: 'interactive false is read', change: { i: false }, expected: { interactive: false } },
    {
      why: 'interactive false under its long name too',
      change: { interactive: false },
      expected: { interactive: false },
    },
    { why: 'a referrer of the wrong type is none', change: { r: 12 }, expected: { referrer: '' } },
    {
      why: 'scalars become text; nested, null and blank values are left out',
      change: { p: { a: 1, b: true, c: ' x ', d: null, e: { f: 1 }, g: '' } },
      expected: { props: { a: '1', b: 'true', c: 'x' } },
    },
    { why: 'props may be a JSON string', change: { m: '{"a":"b"}' }, expected: { props: { a: 'b' } } },
  ])('reads an event: $why', ({ change, expected }) => {
    expect(payloadOf(change)).toMatchObject(expected)
  })

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.anything(), body => void parsePayload(body)))
    const field = fc.oneof(fc.anything(), fc.string({ unit: 'binary' }), fc.webUrl())
    fc.assert(
      fc.property(
        fc.record({ n: field, u: field, d: field, r: field, p: field }),
        body => void parsePayload(body),
      ),
    )
  })
})
