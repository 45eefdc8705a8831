import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type {
  NewInvitationBody,
  NewShareLinkBody,
  OfferedSecretBody,
  PeopleBody,
  SegmentsBody,
} from '../../collector/http/contract.ts'
import type { Session } from '../browser/chromium.ts'
import { openShop, type Shop } from '../browser/shop.ts'
import {
  ask,
  type Owner,
  openThrowAwayHanki,
  signedIn,
  type ThrowAwayHanki,
} from '../browser/throw-away-hanki.ts'
import { SHOP_DOMAIN } from '../demo/shop.ts'

/** A site that waits for its first event, to which came what is not counted. */
export const EMPTY_DOMAIN = 'aapa.example'
/** So many that all sites can be searched. */
const OTHER_DOMAINS = ['halla.example', 'kaamos.example', 'rova.example', 'suo.example', 'tykky.example']
const SITE = `/api/sites/${SHOP_DOMAIN}`
const DAYS = 35
const VISITORS_PER_DAY = 120
const BOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
const PERSON =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'

/**
 * Who looks at a view. A beginner's account is made anew each time, so that it can be changed. The newcomer owns a Hanki of their own, where a second factor is required; whoever is nobody there
 * finds it as it is before.
 */
export const PEOPLE = ['owner', 'viewer', 'outsider', 'beginner', 'nobody', 'newcomer', 'nobody-yet'] as const
export type Person = (typeof PEOPLE)[number]

/** Everything that views are made of. */
export interface World {
  /** Where this person's Hanki lies. */
  addressOf(person: Person): string
  /** Undefined: they are not signed in. */
  sessionOf(person: Person): Promise<Session | undefined>
  /** An account that signs in with a second factor. */
  readonly guarded: { readonly email: string; readonly password: string }
  /** Of every beginner. */
  readonly beginnerPassword: string
  /** Fragments of links. */
  readonly tokens: {
    /** For the set-up of the newcomer's Hanki; good for a quarter of an hour from here. */
    readonly setup: string
    readonly invitation: string
    readonly invitationOfAccount: string
    readonly share: string
    readonly guardedShare: string
    readonly limitedShare: string
  }
  /** What the path of a frame is called that shows the limited link. */
  readonly limitedShareId: string
  close(): Promise<void>
}

/** Opens two Hankis and fills one of them: the demo's shop, people, links, and sites without an event. */
export async function openWorld(onProgress: (words: string) => void): Promise<World> {
  const shop = await openShop({ days: DAYS, visitorsPerDay: VISITORS_PER_DAY, onProgress })
  const fresh = await openThrowAwayHanki({ requiresSecondFactor: true })
  const close = async () => {
    await fresh.close()
    await shop.close()
  }
  try {
    return { ...(await furnish(shop, fresh)), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function furnish(shop: Shop, fresh: ThrowAwayHanki): Promise<Omit<World, 'close'>> {
  const { owner, address } = shop
  for (const domain of [EMPTY_DOMAIN, ...OTHER_DOMAINS])
    await owner.call('POST', '/api/sites', { domain, timezone: 'Europe/Helsinki' })
  await sendUncounted(address)
  const today = new Date().toISOString().slice(0, 10)
  await owner.call('POST', `${SITE}/annotations`, { day: today, text: 'Campaign for the first snow' })
  const segment = { name: 'Blog', filters: [['contains', 'event:page', ['/blogi/']]] }
  const { segments } = (await owner.call('POST', `${SITE}/segments`, segment)) as SegmentsBody
  const segmentId = segments[0]?.id ?? 0
  await owner.call('PUT', `${SITE}/public-view`, { origins: ['https://example.com'] })
  await owner.call('POST', `${SITE}/keys`, { name: 'Report', scopes: ['stats:read'], expires_in_days: 30 })
  const share = await makeLink(owner, { name: 'Agency' })
  const guardedShare = await makeLink(owner, { name: 'Board', password: newPassword() })
  const limitedShare = await makeLink(owner, {
    name: 'Press',
    segment_id: segmentId,
    minimum_visitors: 3,
    origins: ['https://example.com'],
  })

  const viewer = await join(shop, 'antti@kongas.example')
  const outsider = await join(shop, 'elli@halla.example')
  await takeOff(owner, outsider.email)
  const guarded = await join(shop, 'oona@kongas.example')
  await guard(guarded)
  const invitation = await invite(owner, 'pekka@kongas.example')
  const invitationOfAccount = await invite(owner, outsider.email)
  const setup = (await fresh.hanki.createSetupLink()) ?? ''
  const beginnerPassword = newPassword()
  let beginners = 0
  let newcomer: Promise<Owner> | undefined

  return {
    addressOf: person => (person === 'newcomer' || person === 'nobody-yet' ? fresh.address : address),
    async sessionOf(person) {
      switch (person) {
        case 'owner':
          return owner.session
        case 'viewer':
          return viewer.session
        case 'outsider':
          return outsider.session
        case 'beginner':
          beginners += 1
          return (await join(shop, `alku-${beginners}@kongas.example`, beginnerPassword)).session
        case 'newcomer':
          newcomer ??= fresh.createOwner('aino@tykky.example')
          return (await newcomer).session
        default:
          return undefined
      }
    },
    guarded,
    beginnerPassword,
    tokens: {
      setup,
      invitation,
      invitationOfAccount,
      share: share.token,
      guardedShare: guardedShare.token,
      limitedShare: limitedShare.token,
    },
    limitedShareId: limitedShare.id,
  }
}

/** What the screen of a site without events tells of: a program, a page of another host, a domain that nobody set up. */
async function sendUncounted(address: string): Promise<void> {
  const sent = [
    { userAgent: BOT, domain: EMPTY_DOMAIN, host: EMPTY_DOMAIN },
    { userAgent: PERSON, domain: EMPTY_DOMAIN, host: 'preview.example' },
    { userAgent: PERSON, domain: 'apaa.example', host: EMPTY_DOMAIN },
  ]
  for (const { userAgent, domain, host } of sent) {
    const answer = await fetch(`${address}/api/event`, {
      method: 'POST',
      headers: { 'user-agent': userAgent },
      body: JSON.stringify({ n: 'pageview', u: `https://${host}/`, d: domain, r: '' }),
    })
    if (!answer.ok) throw new Error(`An event was answered with ${answer.status}`)
  }
}

interface Joined extends Pick<Owner, 'session' | 'call'> {
  readonly email: string
  readonly password: string
}

/** An account of its own that may look at the shop. */
async function join({ owner, address }: Shop, email: string, password = newPassword()): Promise<Joined> {
  const token = await invite(owner, email)
  const { answer } = await ask(address, '', 'POST', '/api/invitations/accept', { token, password })
  return { email, password, ...signedIn(address, answer) }
}

function newPassword(): string {
  return randomBytes(18).toString('base64url')
}

async function invite(owner: Owner, email: string): Promise<string> {
  const body = await owner.call('POST', `${SITE}/invitations`, { email, role: 'viewer' })
  return (body as NewInvitationBody).token
}

async function takeOff(owner: Owner, email: string): Promise<void> {
  const { people } = (await owner.call('GET', `${SITE}/people`)) as PeopleBody
  const id = people.find(person => person.email === email)?.id ?? ''
  await owner.call('DELETE', `${SITE}/people/${id}`)
}

async function makeLink(owner: Owner, wishes: object): Promise<NewShareLinkBody> {
  return (await owner.call('POST', `${SITE}/share-links`, wishes)) as NewShareLinkBody
}

/** The code that an app shows now for a key in Base32. */
export function codeOf(secret: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate()
}

/** Adds codes from an app. */
async function guard({ call, password }: Joined): Promise<void> {
  const path = '/api/account/second-factor'
  const { secret } = (await call('POST', path, { password })) as OfferedSecretBody
  const code = codeOf(secret)
  await call('PUT', path, { code })
}
