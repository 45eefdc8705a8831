import { describe, expect, test } from 'vitest'
import { ApiError } from '../../dashboard/src/lib/api.ts'
import {
  checkNewSite,
  checkSetup,
  isFaultless,
  toDomain,
  toFormFaults,
} from '../../dashboard/src/lib/forms.ts'

describe('checkSetup', () => {
  test.each([
    { email: 'maija@example.fi', password: 'twelve chars', faulty: [], why: 'both are right' },
    { email: 'maija', password: 'twelve chars', faulty: ['email'], why: 'no address' },
    { email: '', password: 'short', faulty: ['email', 'password'], why: 'both are wrong' },
    {
      email: 'm@x.fi',
      password: '🐟🐟🐟🐟🐟🐟',
      faulty: ['password'],
      why: 'six characters, though twelve units',
    },
  ])('finds fault with $faulty when $why', ({ email, password, faulty }) => {
    const faults = checkSetup(email, password)
    expect(Object.keys(faults.fields)).toEqual(faulty)
    expect(isFaultless(faults)).toBe(faulty.length === 0)
  })
})

describe('checkNewSite', () => {
  test('refuses a time zone that is not on the list', () => {
    expect(Object.keys(checkNewSite('a.fi', 'Mars/Olympus', ['UTC']).fields)).toEqual(['timezone'])
  })
})

describe('toDomain', () => {
  test.each([
    { text: ' https://www.Example.fi/path?q=1 ', domain: 'example.fi', why: 'a whole address' },
    { text: 'shop.example.fi', domain: 'shop.example.fi', why: 'a subdomain stays' },
    { text: 'https://', domain: '', why: 'nothing is left' },
  ])('reduces "$text" to "$domain": $why', ({ text, domain }) => {
    expect(toDomain(text)).toBe(domain)
  })
})

describe('toFormFaults', () => {
  test('puts messages at their fields', () => {
    const faults = toFormFaults(new ApiError(400, 'Two fields are wrong.', { email: 'Taken.' }))
    expect(faults).toEqual({ message: '', fields: { email: 'Taken.' } })
  })

  test('shows the message where no field is named', () => {
    const faults = toFormFaults(new ApiError(429, 'Too many tries. Wait a minute.'))
    expect(faults).toEqual({ message: 'Too many tries. Wait a minute.', fields: {} })
  })
})
