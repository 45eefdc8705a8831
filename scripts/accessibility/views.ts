import type { Page } from 'playwright-core'
import { PANEL_WORDS, WORDS } from '../../dashboard/src/languages/en.ts'
import { PANELS } from '../../dashboard/src/lib/panels.ts'
import { SHOP_DOMAIN } from '../demo/shop.ts'
import { codeOf, EMPTY_DOMAIN, type Person, type World } from './world.ts'

/** One thing that the dashboard can show. */
export interface View {
  readonly name: string
  readonly as: Person
  /** Path, query and fragment. */
  readonly path: string
  /** What happens before the page is opened. */
  readonly before?: (page: Page) => Promise<unknown>
  /** A selector of what says that the page is there. */
  readonly shown: string
  /** What is done then; the view is what it leads to. */
  readonly act?: (page: Page) => Promise<unknown>
  /** Answers that are refused, or never come, belong to it. */
  readonly expectsFailures?: true
}

const SITE = `/sites/${SHOP_DOMAIN}`
const CHART = 'canvas[role=img]'
const WRONG_PASSWORD = 'a password that nobody has'
const FILTERS = encodeURIComponent(
  JSON.stringify([
    ['is', 'visit:device', ['Desktop']],
    ['is_not', 'visit:country', ['SE']],
  ]),
)

/** Every view, in an order in which no one stands in the way of a later one. */
export function viewsOf(world: World): readonly View[] {
  return [
    ...beforeTheFirst(world),
    ...atTheDoor(world),
    ...statistics(),
    ...forGuests(world),
    ...behind(world),
  ]
}

/** A Hanki without an account, and then with one that still needs a second factor. */
function beforeTheFirst({ tokens }: World): readonly View[] {
  const setup = { as: 'nobody-yet', path: `/setup#${tokens.setup}`, shown: 'form' } as const
  return [
    {
      name: 'sign-in, nobody has an account',
      as: 'nobody-yet',
      path: '/sign-in',
      shown: 'pre code',
      ...refused,
    },
    { name: 'set-up', ...setup, ...refused },
    { name: 'set-up, left empty', ...setup, ...refused, act: page => press(page, WORDS.setupAction) },
    { name: 'set-up, without a token', as: 'nobody-yet', path: '/setup', shown: 'pre code', ...refused },
    {
      name: 'account, second factor required',
      as: 'newcomer',
      path: '/account',
      shown: `text=${WORDS.secondFactorNeeded}`,
    },
  ]
}

/** Where nobody is signed in; that nobody is, the collector says by refusing. */
function atTheDoor({ tokens, guarded }: World): readonly View[] {
  const door = { as: 'nobody', path: '/sign-in', shown: 'form', ...refused } as const
  return [
    { name: 'sign-in', ...door },
    { name: 'sign-in, left empty', ...door, act: page => press(page, WORDS.signIn) },
    {
      name: 'sign-in, wrong password',
      ...door,
      async act(page) {
        await signIn(page, 'nobody@kongas.example', WRONG_PASSWORD)
        await page.getByRole('alert').first().waitFor()
      },
    },
    {
      name: 'sign-in, second factor',
      ...door,
      async act(page) {
        await signIn(page, guarded.email, guarded.password)
        await page.getByLabel(WORDS.code).waitFor()
      },
    },
    { name: 'sign-in, provider failed', ...door, path: '/sign-in?oidc=denied' },
    {
      name: 'sign-in, too late for the code after the provider',
      ...door,
      path: '/sign-in?oidc=code',
      shown: `text=${WORDS.signInAgain}`,
    },
    {
      name: 'forgotten password',
      as: 'nobody',
      path: '/forgotten',
      shown: 'form',
      ...refused,
    },
    {
      name: 'forgotten password, sent',
      as: 'nobody',
      path: '/forgotten',
      shown: 'form',
      ...refused,
      async act(page) {
        await page.getByLabel(WORDS.email).fill('nobody@kongas.example')
        await press(page, WORDS.forgottenSend)
        await page.locator('a.main-action').waitFor()
      },
    },
    { name: 'new password', as: 'nobody', path: '/reset#nothing', shown: 'form', ...refused },
    {
      name: 'new password, too short',
      as: 'nobody',
      path: '/reset#nothing',
      shown: 'form',
      ...refused,
      async act(page) {
        await page.getByLabel(WORDS.newPassword).fill('short')
        await press(page, WORDS.changePassword)
      },
    },
    {
      name: 'invitation',
      as: 'nobody',
      path: `/invitation#${tokens.invitation}`,
      shown: `text=${WORDS.join}`,
      ...refused,
    },
    {
      name: 'invitation, with an account',
      as: 'nobody',
      path: `/invitation#${tokens.invitationOfAccount}`,
      shown: `text=${WORDS.signInTitle}`,
      ...refused,
    },
    {
      name: 'invitation, as somebody else',
      as: 'viewer',
      path: `/invitation#${tokens.invitation}`,
      shown: `text=${WORDS.signOut}`,
    },
    {
      name: 'invitation, used up',
      as: 'nobody',
      path: '/invitation#nothing',
      shown: `text=${WORDS.invitationOver}`,
      ...refused,
    },
    { name: 'unknown address', as: 'nobody', path: '/nowhere', shown: 'h1', ...refused },
  ]
}

/** The first screen and everything that opens over it. */
function statistics(): readonly View[] {
  const screen = (name: string, search = '', act?: View['act']): View => ({
    name,
    as: 'owner',
    path: `${SITE}${search}`,
    shown: CHART,
    ...(act === undefined ? {} : { act }),
  })
  const menu = (name: string) => (page: Page) => page.locator(`details[data-menu=${name}] > summary`).click()
  return [
    screen('first screen'),
    screen('first screen, today', '?period=today'),
    screen('first screen, filtered', `?filters=${FILTERS}`),
    screen('first screen, all time by week', '?period=all&interval=week'),
    ...PANELS.flatMap(panel =>
      panel.tabs
        .slice(1)
        .map(({ name }) => screen(`${PANEL_WORDS[panel.name]}: ${name}`, `?tab.${panel.name}=${name}`)),
    ),
    screen('a property’s values', '?tab.goals=properties&property=category'),
    screen('journey', '?tab.goals=journeys&journey=page%3A%2F', page =>
      page.getByText(WORDS.journeyShareColumn, { exact: true }).last().waitFor(),
    ),
    screen('chart as a table', '', page => press(page, WORDS.showTable)),
    screen('note about a day', '', page => press(page, WORDS.addAnnotation)),
    screen('what was not counted', '', page => page.getByText(WORDS.why, { exact: true }).click()),
    screen('filter form', '', menu('filter')),
    screen('filter form, left empty', '', async page => {
      await menu('filter')(page)
      await press(page, WORDS.applyFilter)
    }),
    screen('filter, to be changed', `?filters=${FILTERS}`, page =>
      page.locator('summary.plain').first().click(),
    ),
    screen('segment', '?segments=1'),
    screen('segment, to be changed', '?editing=1'),
    {
      name: 'segment that is gone',
      as: 'owner',
      path: `${SITE}?segments=999`,
      shown: `text=${WORDS.segmentGone(1)}`,
    },
    screen('segment, to be saved', `?filters=${FILTERS}`, page => inDialog(page, WORDS.segmentSave)),
    screen('segments, to be managed', '', async page => {
      await menu('filter')(page)
      await inDialog(page, WORDS.segmentManage)
    }),
    screen('period picker', '', menu('period')),
    screen('comparison', '', menu('compare')),
    screen('account menu', '', page => page.getByLabel(WORDS.account).click()),
    screen('site switcher', '', page => page.getByLabel(WORDS.switchSite(SHOP_DOMAIN)).click()),
    screen('take along', '', page => page.locator('summary.quiet').first().click()),
    screen('help', '', async page => {
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    }),
    ...PANELS.map(
      ({ name }): View => ({
        name: `details: ${PANEL_WORDS[name]}`,
        as: 'owner',
        path: `${SITE}?details=${name}`,
        shown: 'dialog tbody tr',
      }),
    ),
    {
      name: 'details, nothing found',
      as: 'owner',
      path: `${SITE}?details=pages&search=nothing-of-the-kind`,
      shown: `text=${WORDS.noRowFound('nothing-of-the-kind')}`,
    },
    screen('empty period', '?period=custom&from=2001-01-01&to=2001-01-07'),
    { name: 'wall display', as: 'owner', path: `${SITE}?wall=1`, shown: 'dl' },
    {
      name: 'site without an event, with findings',
      as: 'owner',
      path: `/sites/${EMPTY_DOMAIN}`,
      shown: `text=${WORDS.nothingArrives}`,
      act: page => page.getByText(WORDS.nothingArrives).click(),
    },
    { name: 'unknown site', as: 'owner', path: '/sites/nowhere.example', shown: 'h1' },
    { name: 'all sites', as: 'owner', path: '/sites', shown: 'h1' },
    {
      name: 'all sites, nothing found',
      as: 'owner',
      path: '/sites',
      shown: 'h1',
      act: page => page.getByRole('searchbox').fill('nothing-of-the-kind'),
    },
    { name: 'no site', as: 'outsider', path: '/', shown: `text=${WORDS.noSiteTitle}` },
    {
      name: 'collector away',
      as: 'owner',
      path: SITE,
      before: cut,
      shown: `text=${WORDS.unreachable}`,
      expectsFailures: true,
    },
    {
      name: 'questions unanswered',
      as: 'owner',
      path: SITE,
      before: page => page.route('**/api/v2/**', route => route.abort()),
      shown: `text=${WORDS.retry}`,
      expectsFailures: true,
    },
    {
      name: 'old numbers',
      as: 'owner',
      path: SITE,
      shown: CHART,
      async act(page) {
        // Every list has its numbers before nobody answers any more.
        await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
        await cut(page)
        await page.getByText(WORDS.stale('').split('.', 1)[0] ?? '').waitFor()
      },
      expectsFailures: true,
    },
  ]
}

/** What people see who have no account. */
function forGuests({ tokens, limitedShareId }: World): readonly View[] {
  const guest = { as: 'nobody', shown: CHART } as const
  return [
    { name: 'through a link', ...guest, path: `/share#${tokens.share}` },
    {
      name: 'through a link, details',
      ...guest,
      path: `/share?details=pages#${tokens.share}`,
      shown: 'dialog tbody tr',
    },
    { name: 'through a link, on a wall', ...guest, path: `/share?wall=1#${tokens.share}`, shown: 'dl' },
    { name: 'through a link, limited', ...guest, path: `/share#${tokens.limitedShare}` },
    {
      name: 'through a link, password',
      ...guest,
      path: `/share#${tokens.guardedShare}`,
      shown: 'form',
      ...refused,
    },
    {
      name: 'through a link, wrong password',
      ...guest,
      path: `/share#${tokens.guardedShare}`,
      shown: 'form',
      ...refused,
      async act(page) {
        await page.getByLabel(WORDS.password).fill(WRONG_PASSWORD)
        await press(page, WORDS.sharedOpen)
        await page.locator('[aria-invalid=true]').waitFor()
      },
    },
    {
      name: 'through a link, over',
      ...guest,
      path: '/share#nothing',
      shown: `text=${WORDS.sharedOverTitle}`,
      ...refused,
    },
    { name: 'public statistics', ...guest, path: `/share/${SHOP_DOMAIN}` },
    {
      name: 'public statistics, languages',
      ...guest,
      path: `/share/${SHOP_DOMAIN}`,
      act: page => page.locator('details[data-menu=language] > summary').click(),
    },
    { name: 'in a frame', ...guest, path: `/embed/${SHOP_DOMAIN}` },
    { name: 'in a frame, dark by its address', ...guest, path: `/embed/${SHOP_DOMAIN}?theme=dark` },
    { name: 'in a frame, limited', ...guest, path: `/embed/${limitedShareId}#${tokens.limitedShare}` },
    {
      name: 'in a frame, over',
      ...guest,
      path: `/embed/${EMPTY_DOMAIN}`,
      shown: 'main',
      ...refused,
    },
  ]
}

/** Where a site, an account and the installation are looked after. */
function behind({ beginnerPassword }: World): readonly View[] {
  const place = (name: string, path: string, act?: View['act'], shown = 'h1'): View => ({
    name,
    as: 'owner',
    path,
    shown,
    ...(act === undefined ? {} : { act }),
  })
  const made = async (page: Page) => void (await page.locator('pre code').last().waitFor())
  return [
    place('goals', `${SITE}/goals`),
    place('goals, to be changed', `${SITE}/goals`, async page => {
      await press(page, WORDS.changeGoal('Purchase'))
      await press(page, WORDS.goalConditionAdd)
    }),
    place('goals, left empty', `${SITE}/goals`, async page => {
      await press(page, WORDS.addGoal)
      await press(page, WORDS.save)
      await page.getByText(WORDS.goalEventMissing).waitFor()
    }),
    { ...place('goals, only read', `${SITE}/goals`), as: 'viewer' },
    place('goals, none yet', `/sites/${EMPTY_DOMAIN}/goals`),
    place('funnels', `${SITE}/funnels`),
    place('funnels, to be changed', `${SITE}/funnels`, page =>
      press(page, WORDS.changeFunnel('From product to purchase')),
    ),
    place('funnels, left empty', `${SITE}/funnels`, async page => {
      await press(page, WORDS.addFunnel)
      await press(page, WORDS.save)
      await page.getByText(WORDS.funnelNameMissing).waitFor()
    }),
    place('funnels, none yet', `/sites/${EMPTY_DOMAIN}/funnels`),
    place('people', `${SITE}/people`),
    place('people, invited', `${SITE}/people`, async page => {
      await page.getByLabel(WORDS.email).fill('sampo@kongas.example')
      await press(page, WORDS.invite)
      await made(page)
    }),
    place('keys', `${SITE}/keys`),
    place('keys, made', `${SITE}/keys`, async page => {
      await page.getByRole('checkbox').first().check()
      await press(page, WORDS.makeKey)
      await made(page)
    }),
    place('keys, none yet', `/sites/${EMPTY_DOMAIN}/keys`),
    place('sharing', `${SITE}/sharing`),
    place('sharing, what anybody may see', `${SITE}/sharing`, page =>
      page.getByText(WORDS.publicChoices).click(),
    ),
    place('sharing, link made', `${SITE}/sharing`, async page => {
      await press(page, WORDS.makeLink)
      await page.getByText(WORDS.linkShownOnce).waitFor()
    }),
    place('sharing, nothing shared', `/sites/${EMPTY_DOMAIN}/sharing`),
    place('snippet', `${SITE}/install`),
    place('what is counted', `${SITE}/counting`),
    {
      ...place('what is counted, wrong', `${SITE}/counting`, async page => {
        await page.getByLabel(WORDS.shieldNetworks).fill('not a network')
        await press(page, WORDS.save)
        await page.getByText(WORDS.someWrong).waitFor()
      }),
      expectsFailures: true,
    },
    place('settings', `${SITE}/settings`),
    place('a new site', '/sites/new'),
    place('a new site, left empty', '/sites/new', page => press(page, WORDS.addSite)),
    place('accounts', '/accounts'),
    place('audit log', '/audit'),
    place('account', '/account'),
    {
      ...place('account, wrong password', '/account', async page => {
        await page.getByLabel(WORDS.presentPassword).fill(WRONG_PASSWORD)
        await page.getByLabel(WORDS.newPassword).fill(WRONG_PASSWORD)
        await press(page, WORDS.changePassword)
        await page.locator('[aria-invalid=true]').first().waitFor()
      }),
      expectsFailures: true,
    },
    {
      ...place('account, second factor on its way', '/account', page => press(page, WORDS.secondFactorAdd)),
      as: 'beginner',
    },
    {
      ...place('account, recovery codes', '/account', async page => {
        await press(page, WORDS.secondFactorAdd)
        const secret = (await page.locator('pre code').first().textContent()) ?? ''
        await page.getByLabel(WORDS.code).fill(codeOf(secret.trim()))
        await press(page, WORDS.secondFactorConfirm)
        await page.getByText(WORDS.recoveryCodes).waitFor()
      }),
      as: 'beginner',
    },
    {
      ...place('account, passkey', '/account', async page => {
        await addAuthenticator(page)
        await press(page, WORDS.passkeyAdd)
        const form = page.getByRole('form', { name: WORDS.passkeyAdd })
        await form.getByLabel(WORDS.passkeyName).fill('Blue key')
        await form.getByLabel(WORDS.password).fill(beginnerPassword)
        await form.getByRole('button', { name: WORDS.passkeyAdd }).click()
        await page.getByText(WORDS.recoveryCodes).waitFor()
      }),
      as: 'beginner',
    },
  ]
}

const refused = { expectsFailures: true } as const

/** The collector answers this page no more. */
async function cut(page: Page): Promise<void> {
  await page.route('**/api/**', route => route.abort())
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}

/** Presses a button that opens a dialog. */
async function inDialog(page: Page, name: string): Promise<void> {
  await press(page, name)
  await page.getByRole('dialog').waitFor()
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel(WORDS.email).fill(email)
  await page.getByLabel(WORDS.password).fill(password)
  await press(page, WORDS.signIn)
}

/** A device of this page's own that holds passkeys and says yes. */
async function addAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  })
}
