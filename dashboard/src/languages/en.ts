import type { Role } from '../../../collector/core/access/roles.ts'
import type { ApiKeyScope } from '../../../collector/core/access/scopes.ts'
import type { Channel } from '../../../collector/core/acquisition/channel.ts'
import type { AuditAction } from '../../../collector/core/audit/audit-entry.ts'
import type { Device } from '../../../collector/core/event/analytics-event.ts'
import type { DailyNote } from '../../../collector/core/event/daily-count.ts'
import type { DropReason } from '../../../collector/core/event/drop-reasons.ts'
import type { Metric } from '../../../collector/core/metrics/catalogue.ts'
import type { FilterOperator } from '../../../collector/core/query/condition.ts'
import type { ProviderFault } from '../../../collector/http/contract.ts'
import type { Comparison } from '../lib/comparisons.ts'
import type { Interval } from '../lib/intervals.ts'
import type { PanelName, TabName } from '../lib/panels.ts'
import type { PeriodName } from '../lib/periods.ts'
import type { ShortcutName } from '../lib/shortcuts.ts'
import type { Platform, Tracked } from '../lib/snippet.ts'

/** BCP 47 tag that numbers, dates and country names are written in. */
export const LOCALE = 'en-GB'

/** Every sentence of the dashboard, in one place. The other dictionaries have this one's shape. */
export const WORDS = {
  product: 'Hanki',
  skipToContent: 'Skip to the statistics',
  skipToForm: 'Skip to the form',
  loading: 'Loading',
  retry: 'Try again',
  close: 'Close',
  unreachable: 'The collector does not answer. Check that it is running and that this device is online.',
  strangeAnswer: (status: number) =>
    `The collector gave an answer that this page does not understand (${status}).`,
  failed: 'This could not be loaded.',
  language: 'Language',
  chooseLanguage: (name: string) => `Language: ${name}. Choose another`,
  stale: (time: string) => `The collector does not answer. These are the numbers of ${time}; trying again.`,
  updated: (count: number, visitors: string, period: string) =>
    `Updated: ${visitors} ${count === 1 ? 'visitor' : 'visitors'}, ${period}.`,
  labelled: (label: string, text: string) => `${label}: ${text}`,
  listed: (said: string, more: string) => `${said}; ${more}`,
  quoted: (text: string) => `“${text}”`,
  entryFault: (entry: string, fault: string) => `“${entry}” ${fault}`,

  // Signing in
  signInTitle: 'Sign in',
  signInLead: 'Your statistics stay on your own server.',
  email: 'E-mail',
  password: 'Password',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedInAs: 'Signed in as',
  signInWith: (provider: string) => `Sign in with ${provider}`,
  signInOnlyLead: 'Your statistics stay on your own server. Passwords are not used here.',
  signInAgain: 'Sign in from the start',
  providerCodeLead: 'Your account has a second factor: show it to go on.',
  sessionOver: 'Your session has ended. Sign in to go on where you were.',
  noUserYet: 'Nobody has an account here yet.',
  noUserYetHelp:
    'Open the set-up link that was printed when Hanki started. To print a new one, run this beside it:',
  setupLinkCommand: 'npm run hanki -- setup-link',
  emailMissing: 'Type your e-mail address.',
  emailFormat: 'This does not look like an e-mail address, such as maija@example.fi.',
  passwordMissing: 'Type your password.',

  // Set-up
  setupTitle: 'Welcome to Hanki',
  setupLead: 'Make your account. It is kept on this server and nowhere else.',
  setupAction: 'Create account',
  passwordHint: (least: number) =>
    `At least ${least} characters. A sentence only you would think of works well.`,
  passwordTooShort: (least: number, length: number) =>
    `Use at least ${least} characters; this has ${length}.`,
  setupNoToken: 'This address lacks its one-time token.',
  setupLinkOver: 'This set-up link was used already or is older than 15 minutes.',
  setupNewLink: 'While nobody has an account, this prints a new link:',
  setupHasAccount: 'You have an account already?',

  // Sites
  newSiteTitle: 'Add a site',
  newSiteLead: 'Which site do you want to count visits on?',
  domain: 'Domain',
  domainHint: 'Without https:// and www., such as example.fi',
  domainMissing: 'Type the domain of your site, such as example.fi.',
  timezone: 'Time zone',
  timezoneHint: 'The day of this site begins and ends here. Visitor ids live no longer than that day.',
  timezoneUnknown: 'Choose a time zone from the list, such as Europe/Helsinki.',
  addSite: 'Add site',
  addAnotherSite: 'Add a site',
  sites: 'Sites',
  allSites: 'All sites',
  findSite: 'Find a site',
  noSiteFound: (wanted: string) => `No site has “${wanted}” in its domain.`,
  visitorsToday: (count: number) => (count === 1 ? 'visitor today' : 'visitors today'),
  sinceSameDay: 'than a week ago at this time',
  lastSevenDays: (days: string) => `Visitors of the last seven days, today last: ${days}`,
  pin: (domain: string) => `Show ${domain} first`,

  // Notes about days
  annotations: 'Notes about days',
  addAnnotation: 'Note something about a day',
  annotationDay: 'Day',
  annotationText: 'What happened',
  disturbed: 'Counting was disturbed',
  keyRestarted: (day: string) =>
    `${day}: the day key was made anew, so whoever came before and after it counts twice.`,
  wasAway: (from: string, until: string) =>
    `Hanki did not run from ${from} to ${until}: nothing was counted in that time.`,
  removeAnnotation: (text: string) => `Remove the note “${text}”`,

  // What a site counts
  counting: 'What is counted',
  countingOf: (domain: string) => `What ${domain} counts`,
  countingLead: 'For events from now on; what was counted stays as it is.',
  someWrong: 'Nothing was saved: look at what is marked above.',
  hostnames: 'Other host names of this site',
  hostnamesHint: (domain: string) => `Besides ${domain} and whatever ends in .${domain}. One per line.`,
  leftOut: 'Left out',
  shieldNetworks: 'Networks and addresses',
  shieldNetworksHint: 'Such as your office: 192.0.2.0/24, 2001:db8::/32, or one address. One per line.',
  shieldPages: 'Pages',
  shieldPagesHint: 'Such as /admin/** or /*/draft. One per line.',
  shieldHostnames: 'Host names',
  shieldHostnamesHint: 'Such as staging.example.com. One per line.',
  shieldCountries: 'Countries',
  shieldCountriesHint: 'Codes of two letters, such as SE. One per line.',
  countHosting: 'Count events from data centres, too',
  pagesTitle: 'Pages',
  foldSlash: '/prices/ and /prices are one page',
  maskTokens: 'Put * in the place of ids and tokens in paths',
  masks: 'Patterns that are one page each',
  masksHint: 'Such as /orders/*/pay: every page that it covers is counted under its name. One per line.',
  keepParameters: 'Query parameters that belong to the page',
  keepParametersHint:
    'Such as q or category. All others are dropped before anything is written. One per line.',
  visitorsTitle: 'Visitors',
  precision: 'What visitors are told apart by',
  precisions: {
    full: 'A digest of the whole address: about 1 % too few',
    network: 'Their network only: stricter, but many too few',
  },
  referrers: 'Keep from which host visitors came',

  // Settings of a site
  settings: 'Settings',
  settingsOf: (domain: string) => `Settings of ${domain}`,
  renameHint:
    'Another domain keeps all numbers. Pages that still name the old one are counted for 72 hours more.',
  formerDomain: (domain: string, until: string) => `${domain} is counted as this site until ${until}.`,
  moveHint: 'Another time zone begins at the next midnight; days that are over keep theirs.',
  nextTimezone: (now: string, next: string, from: string) => `${now} now, ${next} from ${from} on.`,
  save: 'Save',
  saved: 'Saved.',
  endTitle: 'Begin anew, or end',
  endLead:
    'Beginning anew erases everything that was counted; settings, goals, people and keys stay. Deleting ends the tracking too. Neither can be undone.',
  typeDomain: (domain: string) => `Type ${domain} to confirm`,
  resetSite: 'Erase all numbers',
  siteIsReset: 'The site is counted from nothing. What was there is erased within minutes.',
  deleteSite: 'Delete the site',
  switchSite: (domain: string) => `Site: ${domain}. Switch site`,

  // Waiting for the first event
  waitingTitle: (domain: string) => `Put this on ${domain}`,
  waitingLead: 'It goes into the head of every page, and stores nothing on your visitors’ devices.',
  snippet: 'Snippet',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Select the line and copy it.',
  waiting: 'Waiting for the first event…',

  // Installing the snippet
  install: 'Snippet',
  installOn: (domain: string) => `Snippet for ${domain}`,
  platform: 'Where is the site made?',
  alsoCount: 'Besides page views, count',
  hashPages: 'pages behind #',
  eventsArrive: 'Events of this site arrive.',
  findSilence:
    'Nothing has come yet. Open a page of your site in another tab; this screen sees it by itself.',
  findOtherHosts: (hosts: string, domain: string) =>
    `Events came from ${hosts}, which is not ${domain} or below it. If it belongs to the site, name it under “What is counted”.`,
  findShielded: 'Events came, and a rule of yours left them out. Look at what you shield.',
  findOnlyBots: (names: string) =>
    `Only programs have come so far (${names}). Open a page yourself, in a browser that nobody steers.`,
  findOnlyDataCentres: (names: string) =>
    `Events came from data centres only (${names}): a server, a test in the cloud, or a VPN. Open a page without one.`,
  findUnknownSite: (count: number, domain: string) =>
    `${count === 1 ? 'An event' : `${count} events`} came within the hour for a domain that is not set up here. Compare data-domain with ${domain}.`,
  findUnknownProxy:
    'A proxy in front of Hanki passes requests on, and Hanki does not believe its word about addresses: all visitors will look like one. Name its network in HANKI_TRUSTED_PROXIES.',
  nothingArrives: 'Nothing arrives?',
  causePublished:
    'Is the page published with the snippet in it? Look at its source; a cache may show the old one.',
  causeBlocker: 'Does your browser block it? Try another browser, or a window without extensions.',
  causeObjection:
    'Does your browser send Global Privacy Control or Do Not Track? Then it is not counted, as for every visitor who objects.',
  causePolicy: 'Has the page a Content Security Policy? It needs these:',
  causeDomain: (domain: string) =>
    `Does data-domain say ${domain}, and does the page lie on that host or below it?`,
  firstEvent: 'The first event is here.',
  excludeTitle: 'Leave this browser out',
  excludeLead:
    'Your own visits need not be counted. Your site opens in another tab and asks whether this browser is to be left out, or counted again if it was. For that it keeps a cookie in this browser, for 13 months at most; Safari forgets it after a week.',
  excludeOpen: (domain: string) => `Ask on ${domain}`,

  // Your account
  yourAccount: 'Your account',
  sessions: 'Signed-in browsers',
  unknownBrowser: 'Unknown browser',
  thisBrowser: 'this one',
  signedInSince: (day: string) => `since ${day}`,
  endSession: 'Sign out',
  endSessionOf: (client: string, day: string) => `Sign out ${client}, since ${day}`,
  endOthers: 'Sign out all others',
  changePassword: 'Change password',
  provider: 'Sign-in provider',
  providerLinked: (name: string) => `Linked: you can sign in with ${name}.`,
  providerNotLinked: (name: string) =>
    `Not linked. It is once you sign in with ${name} by the e-mail address of this account.`,
  providerUnlink: 'Unlink',
  providerNoPassword:
    'Your account has no password; whoever runs this installation can make a link to choose one: hanki user reset EMAIL',
  presentPassword: 'Present password',
  newPassword: 'New password',
  passwordChanged: 'Your password is changed, and every other browser is signed out.',

  // A new password by a link
  resetTitle: 'Choose a new password',
  resetLead: 'Every browser that is signed in with the old one is signed out.',
  resetDone: 'Your password is changed. Sign in with it.',
  forgottenTitle: 'Forgotten your password?',
  forgottenLead:
    'Type the e-mail address of your account. You get a letter with a link to choose a new password.',
  forgottenSend: 'Send the letter',
  toSignIn: 'To signing in',
  forgotPassword: 'Forgot your password? Whoever runs this installation makes a link: hanki user reset EMAIL',

  // Second factor
  code: 'Code',
  codeHint: 'Six digits from your app, or a recovery code.',
  recoveryCode: 'Recovery code',
  secondFactor: 'Second factor',
  secondFactorOff: 'Off: your password is enough to sign in.',
  secondFactorOffProvider: 'Off: the sign-in provider alone decides whether you are let in.',
  firstPassword: 'your password',
  firstProvider: 'the sign-in provider',
  secondFactorOn: (first: string) => `On: after ${first}, a code from your app is needed to sign in.`,
  secondFactorByPasskey: (first: string) =>
    `On: after ${first}, a passkey or a recovery code is needed to sign in.`,
  secondFactorByBoth: (first: string) =>
    `On: after ${first}, a code from your app or a passkey is needed to sign in.`,
  secondFactorNeeded: 'A second factor is required here. Add codes from an app, or a passkey, to go on.',
  recoveryCodesLeft: (count: number) =>
    count === 1 ? 'One recovery code is left.' : `${count} recovery codes are left.`,
  secondFactorAdd: 'Add a second factor',
  secondFactorScan: 'Photograph this with an app for codes by time, or type the key into it:',
  secondFactorKey: 'Key',
  secondFactorPicture: 'QR code of the key',
  secondFactorConfirm: 'Confirm',
  recoveryCodes:
    'Keep these recovery codes where you keep your passwords. Each works once when neither app nor passkey is at hand; they are not shown again:',
  secondFactorRemove: 'Take them away',
  secondFactorAddCodes: 'Add codes from an app',
  secondFactorRemoveCodes: 'Take the codes from the app away',
  cancel: 'Cancel',

  // Passkeys
  passkeys: 'Passkeys',
  passkeysLead:
    'A passkey lies on your phone, your computer or a security key. It signs you in without a password, once the device has made sure that it is you.',
  passkeysOnlyLead:
    'A passkey lies on your phone, your computer or a security key. After the sign-in provider it answers in place of a code, once the device has made sure that it is you.',
  passkeySignIn: 'Sign in with a passkey',
  passkeyUse: 'Use a passkey',
  passkeyAdd: 'Add a passkey',
  passkeyName: 'Name of the passkey',
  passkeyNameHint: 'Such as Phone or Blue key. Without one it is named for this browser.',
  passkeyAdded: (day: string) => `added ${day}`,
  passkeyUsed: (day: string) => `last used ${day}`,
  passkeyUnused: 'never used',
  passkeyRename: 'Rename',
  passkeyRenameOf: (name: string) => `Rename the passkey ${name}`,
  passkeyRemove: 'Remove',
  passkeyRemoveOf: (name: string) => `Remove the passkey ${name}`,
  passkeyRemoveTitle: (name: string) => `Remove ${name}`,
  passkeyRemoveHint: 'Also take it off your device, or the device will go on offering it.',
  passkeysNowhere:
    'Passkeys work where Hanki is reached by HTTPS under a name. Whoever runs this installation sets HANKI_PUBLIC_URL.',
  passkeysElsewhere: 'Passkeys work at this address only:',
  passkeysUnknown: 'This browser does not know passkeys.',
  passkeyNotShown: 'No passkey was used: its window was closed, or the time was over.',
  passkeyThere: 'This device has a passkey of this account already.',
  passkeyFailed: 'The browser could not do this with a passkey. Try again, or another device.',

  // Accounts of the installation
  accounts: 'Accounts',
  accountsLead:
    'Everybody who has an account here. Operators run the installation: they add sites, and are owners of every one.',
  accountSince: (day: string) => `since ${day}`,
  hasSecondFactor: 'second factor',
  hasNoSecondFactor: 'no second factor',
  operator: 'Operator',
  reallyRemoveAccount: (email: string) =>
    `Remove the account of ${email}? Keys and links that this person made will not work any more.`,

  // People of a site
  people: 'People',
  peopleOf: (domain: string) => `People of ${domain}`,
  peopleLead: 'Who may see these statistics, each with a name and a password of their own.',
  you: 'you',
  roleOf: (email: string) => `Role of ${email}`,
  role: 'Role',
  removePerson: (email: string) => `Remove ${email}`,
  remove: 'Remove',
  leaveSite: 'Leave',
  reallyRemove: (email: string, domain: string) => `Take ${email} off ${domain}? They lose access at once.`,
  reallyLeave: (domain: string) => `Leave ${domain}? You lose access at once.`,
  invitations: 'Invited',
  invitedUntil: (day: string) => `until ${day}`,
  takeBack: 'Take back',
  takeBackFrom: (email: string) => `Take back the invitation of ${email}`,
  inviteTitle: 'Invite somebody',
  invite: 'Invite',
  invitationLink: (email: string) =>
    `Send this link to ${email}. It is shown once, and good for one use within a week:`,
  invitationMailed: (email: string) => `A letter is on its way to ${email}.`,
  invitationMailedLink:
    'Should it not arrive, this is its link. It is shown once, and good for one use within a week:',
  invitationLinkFor: (email: string) => `Link for ${email}`,
  toStatistics: 'To the statistics',

  // Keys of programs
  keys: 'API keys',
  keysOf: (domain: string) => `API keys of ${domain}`,
  keysLead: 'For programs that ask for the statistics of this site, or send events to it.',
  noKeys: 'There are none yet.',
  keyMadeBy: (email: string) => (email === '' ? 'made at the command line' : `made by ${email}`),
  keyUntil: (day: string) => `until ${day}`,
  keyWithoutEnd: 'without an end',
  keyIsOver: 'not valid any more',
  revoke: 'Revoke',
  revokeKey: (name: string) => `Revoke ${name}`,
  reallyRevoke: (name: string) => `Revoke ${name}? Programs that use it are answered no more.`,
  makeKeyTitle: 'Make a key',
  makeKey: 'Make key',
  keyName: 'What is it for?',
  keyNameHint: 'Such as the name of the program.',
  keyScopes: 'It may',
  keyNeedsScope: 'Choose what it may do.',
  keyLife: 'It is valid',
  keyLives: { 30: 'for 30 days', 90: 'for 90 days', 365: 'for a year', 0: 'without an end' },
  keyShownOnce: 'Copy the key now: it is not shown again.',

  // Links to the statistics
  sharing: 'Sharing',
  sharingOf: (domain: string) => `Sharing of ${domain}`,
  sharingLead: 'This is how people see the statistics of this site, and nothing else, without an account.',
  noLinks: 'There are none yet.',
  linkHasPassword: 'with a password',
  linkMadeBy: (email: string) => (email === '' ? 'made by a program' : `made by ${email}`),
  reallyRevokeLink: (name: string) => `Revoke ${name}? Whoever has the link sees nothing any more.`,
  makeLinkTitle: 'Make a link',
  makeLink: 'Make link',
  linkName: 'Who is it for?',
  linkNameHint: 'Such as the board, or an agency.',
  linkPassword: 'Password (optional)',
  linkPasswordHint: 'At least 12 characters. Tell it by another way than the link.',
  linkShownOnce: 'Copy the link now: it is not shown again.',
  linkFrame: 'To show it in a page of yours, copy this now, too:',
  segmentChoice: 'What it shows',
  segmentNone: 'Everything',
  segmentKept: (name: string) => `As now, only: ${name}`,
  segmentChoiceHint:
    'A segment is kept as it is now: changing or removing it later changes nothing here. One that asks for goals cannot be chosen.',
  minimumChoice: 'Fewest visitors of a row',
  minimumNone: 'No minimum',
  minimumOf: (visitors: number) => `${visitors} visitors a day`,
  minimumChoiceHint:
    'With a minimum, rows of fewer visitors are left out day by day, today is not shown, and there are no filters: nobody finds single visitors by comparing.',
  originsChoice: 'Pages that may show it in a frame (optional)',
  originsChoiceHint: 'One origin per line, such as https://www.example.com. Nobody else’s pages can.',
  linkSegment: (name: string) => `shows only “${name}”`,
  linkMinimum: (visitors: number) => `rows of ${visitors} visitors a day or more`,
  linkFramedBy: (origins: string) => `in frames of ${origins}`,
  linksTitle: 'Links',
  publicTitle: 'Public statistics',
  publicLeadOff: 'Only people with an account, and whoever has a link, see the statistics of this site.',
  publicLeadOn: 'Anybody in the world sees the statistics of this site, without an account or a link:',
  publicSees:
    'Everybody would see how many people visit which pages, from where, and with what; names of goals, events and campaigns, too. Nobody sees settings, notes, or who else may look.',
  publicChoices: 'What anybody may see',
  publicIndexed: 'Search engines may list it',
  makePublic: 'Make public',
  savePublic: 'Save',
  publicSaved: 'Saved. It is so at once.',
  makePrivate: 'Make private',
  reallyMakePublic: (domain: string) => `Let anybody in the world see the statistics of ${domain}?`,
  publicFrame: 'To show it in a page of yours:',
  frameTitle: (domain: string) => `Statistics of ${domain}`,
  sharedTitle: 'Statistics for you',
  sharedPasswordLead: 'This link has a password. Whoever sent it to you knows it.',
  sharedOpen: 'Show the statistics',
  sharedOverTitle: 'This link cannot be used',
  sharedOver: 'This link is over or was revoked. Ask for a new one.',
  sharedNothingYet: 'Nothing was counted yet. This screen shows the numbers as soon as there are some.',
  sharedNote: 'Seen through a link',
  sharedIncomplete: 'This link is incomplete. Ask whoever put it here for all of it.',
  sharedLimits: 'What is shown',
  sharedSegment: (name: string) => `Only: ${name}`,
  sharedSegmentHint: 'All numbers are of this part of the site. It cannot be changed here.',
  sharedMinimum: (visitors: number) =>
    `Numbers are of finished days. On each, rows of fewer than ${visitors} visitors are left out.`,
  publicNote: 'Public statistics',
  publicOver: 'These statistics are not public any more.',

  // What was done here
  audit: 'Audit log',
  auditLead: 'What people and programs did here, the latest first. Nothing of visitors is in it.',
  auditOlder: 'Show older ones',
  auditExport: 'Download all of it:',
  auditExports: { csv: 'as CSV, for spreadsheets', jsonl: 'as JSON lines, for “hanki audit verify --file”' },
  auditNobody: 'somebody unknown',
  auditCommandLine: 'command line',
  auditHanki: 'Hanki itself',
  auditKey: (id: string) => `key ${id}`,
  auditWhen: 'When',
  auditWho: 'Who',
  auditWhat: 'What',

  // An invitation
  invitationTitle: (domain: string) => `Join ${domain}`,
  invitationLead: (role: string) => `You are invited: ${role}.`,
  invitationPassword: (email: string) => `Choose a password. You will sign in as ${email}.`,
  invitationOnly: (email: string, provider: string) => `Sign in with ${provider} as ${email}.`,
  invitationSignIn: (email: string, domain: string) => `Sign in as ${email} to join ${domain}.`,
  invitationOther: (invited: string, email: string) =>
    `The invitation is for ${invited}, and you are signed in as ${email}.`,
  invitationOver: 'This invitation cannot be used',
  join: 'Join',

  // Nothing there
  unknownTitle: 'There is no page here',
  unknownLead: (path: string) => `Nothing is found at ${path}.`,
  unknownSiteTitle: (domain: string) => `${domain} is not one of your sites`,
  unknownSiteLead: 'Check the spelling in the address, or ask who has it for an invitation.',
  noSiteTitle: 'There is no site here for you yet',
  noSiteLead: 'Whoever looks after a site can invite you to it. Until then there is nothing to see.',
  home: 'To your statistics',

  // Bar at the top
  hereNow: 'here now',
  hereNowHint: 'Visitors with an event in the last five minutes',
  filter: 'Filter',
  filters: 'Filters',
  addFilter: 'Filter: add one',
  removeFilter: (filter: string) => `Remove the filter: ${filter}`,
  clearFilters: 'Clear all',
  filterWhat: 'What',
  filterHow: 'How',
  filterValue: 'Value',
  filterValueMissing: 'Type or choose a value.',
  applyFilter: 'Apply',
  or: 'or',
  noValue: '(empty)',
  without: 'Without',
  choosePeriod: (period: string) => `Period: ${period}. Choose another`,
  customRange: 'Own dates',
  from: 'From',
  to: 'To',
  apply: 'Apply',
  rangeInvalid: 'The first day must not be after the last one.',
  withoutToday: 'Without today',
  withoutTodayHint: 'Only days that are over.',
  nothingOverYet: 'This period began today: no day of it is over yet, so today is shown.',
  periodWithoutToday: (period: string) => `${period}, without today`,
  account: 'Account and appearance',
  appearance: 'Appearance',
  themes: { system: 'Like the system', light: 'Light', dark: 'Dark' },

  // Segments
  segments: 'Segments',
  segmentFind: 'Find a segment',
  segmentSave: 'Save as segment',
  segmentSaveNew: 'Save as a new segment',
  segmentSaveChanges: 'Save changes',
  segmentManage: 'Names and removal',
  segmentName: 'Name',
  segmentNameHint: 'Such as Visitors from Finland.',
  segmentNameMissing: 'Type a name.',
  segmentNameTaken: 'The site has a segment of this name. Choose another one.',
  segmentForAll:
    'Everybody who may see this site sees the segment and may apply it; its editors, admins and owners may change it.',
  segmentHolds: 'All of these must hold:',
  segmentCopies: (count: number, names: string) =>
    count === 1
      ? `The conditions of ${names} are copied into it: changing that segment later does not change this one.`
      : `The conditions of ${names} are copied into it: changing those segments later does not change this one.`,
  segmentShow: (name: string) => `Segment: ${name}. Show its conditions`,
  segmentStop: (name: string) => `Stop applying the segment: ${name}`,
  segmentUnnamed: (id: number) => `Segment ${id}`,
  segmentUnread: 'What it holds could not be read just now. The numbers are those of the segment.',
  segmentEdit: 'Change its filters',
  segmentNotByChips:
    'It has conditions that filters of the dashboard cannot express, so these are changed over the API only.',
  segmentEditing: (name: string) =>
    `You are changing the segment “${name}”. The numbers are of the filters below; for everybody else it stays as it was until you save.`,
  segmentEditingGone:
    'The segment that you were changing is not there any more. Its filters can be saved as a new one.',
  segmentEditStop: 'Leave it as it was',
  segmentGone: (count: number) =>
    count === 1
      ? 'A segment that this address asks for is not there any more, or never was. No numbers are shown: without it they would be of other visits.'
      : `${count} segments that this address asks for are not there any more, or never were. No numbers are shown: without them they would be of other visits.`,
  segmentGoneName: (id: number) => `Segment ${id}, which is gone`,
  segmentGoneHint: 'The site has no such segment: somebody removed it, or the address is of another site.',
  segmentGoneDrop: (count: number) => (count === 1 ? 'Show without it' : 'Show without them'),
  segmentRename: 'Rename',
  segmentRenameOf: (name: string) => `Rename the segment ${name}`,
  segmentRemoveOf: (name: string) => `Remove the segment ${name}`,
  segmentReallyRemove: (name: string) =>
    `Remove the segment “${name}” for everybody? Addresses that name it will show no numbers. Share links keep their copy.`,
  segmentsNone: 'There is no segment yet. Filter the statistics, then save the filters as one.',
  segmentSaved: (name: string) => `The segment “${name}” is saved.`,
  conditionAll: (conditions: string) => `all of (${conditions})`,
  conditionAny: (conditions: string) => `any of (${conditions})`,
  conditionNot: (condition: string) => `not (${condition})`,
  conditionDone: (condition: string) => `the visit has something of which: ${condition}`,
  conditionNotDone: (condition: string) => `the visit has nothing of which: ${condition}`,
  conditionMindsCase: (condition: string) => `${condition} (in this very case)`,

  // Figures and chart
  figures: 'Figures of the period',
  noComparison: 'no earlier data',
  same: 'no change',
  points: (count: number, shown: string) => `${shown} ${count === 1 ? 'pt' : 'pts'}`,
  durationSeconds: (seconds: number) => `${seconds}s`,
  durationMinutes: (minutes: number, seconds: string) => `${minutes}m ${seconds}s`,
  durationHours: (hours: number, minutes: string) => `${hours}h ${minutes}m`,
  comparedDays: (legend: string, days: string) => `${legend}: ${days}`,
  interval: 'Interval',
  showTable: 'Show as table',
  hideTable: 'Hide table',
  table: 'Table',
  summedByDay: 'Visitors are counted per day and added up.',
  stillCounting: 'still counting',
  partOfBucket: 'only partly in this period',
  weekOf: (day: string) => `Week of ${day}`,
  finding: (subject: string, highest: string, lowest: string) =>
    `${subject}: highest ${highest}, lowest ${lowest}.`,
  noData: 'No visits in this period.',

  // Panels
  details: 'Details',
  allRows: (total: string) => `All ${total}`,
  shareOfVisitors: 'Share',
  visitorsUnit: (count: number) => (count === 1 ? 'visitor' : 'visitors'),
  emptyPanel: 'Nothing here in this period.',
  filterBy: (value: string) => `Show only ${value}`,
  unfilter: (value: string) => `Stop showing only ${value}`,
  excludeBy: (value: string) => `Leave out ${value}`,
  excludeHint: 'With Alt it is left out',
  propertyKey: 'Property',
  propertyChoose: 'Show its values',
  propertyLead: 'Events may carry properties. Which one?',
  onlyEea: 'EU/EEA only',

  // Goals
  goals: 'Goals',
  goalsOf: (domain: string) => `Goals of ${domain}`,
  goalsLead:
    'What you want visitors to do. A goal counts what was there already, too, from the moment you add it.',
  goalsNone:
    'There is no goal yet. A goal is something that you want visitors to do: an event such as an order, a page such as /thanks, or reading a page down to some depth. Each is counted by visitors, and as a share of all.',
  goalsOnlyRead: 'Editors of the site may add and change goals.',
  editGoals: 'Edit goals',
  addGoal: 'Add a goal',
  changeGoal: (name: string) => `Change the goal ${name}`,
  removeGoal: (name: string) => `Remove the goal ${name}`,
  reallyRemoveGoal: (name: string) =>
    `Remove the goal ${name}? What was counted stays; it is only not shown as a goal.`,
  change: 'Change',
  goalKind: 'What happens',
  goalKinds: {
    event: 'an event is sent',
    page: 'a page is viewed',
    scroll: 'a page is read to some depth',
  },
  goalEvent: 'Event',
  goalEventHint: 'Its name as the site sends it, such as Order.',
  goalEventMissing: 'Type or choose the name of an event.',
  goalPage: 'Page',
  goalPageHint: 'A path such as /thanks. * stands for anything without a slash, ** for anything: /blog/**',
  goalPageMissing: 'Type or choose a page; it begins with a slash, such as /thanks.',
  goalDepth: 'Read to, percent of its height',
  goalDepthWrong: 'Type a whole number from 1 to 100.',
  goalCurrency: 'Currency (optional)',
  goalCurrencyHint: 'Such as EUR, where the event carries money in several.',
  goalName: 'Name (optional)',
  goalNameHint: 'What it is called in the statistics.',
  goalNameTaken: (name: string) => `Another goal is called ${name} already. Give this one a name of its own.`,
  goalPageName: (page: string) => `Visit ${page}`,
  goalScrollName: (percent: string, page: string) => `Scroll ${percent}% of ${page}`,
  goalConditions: 'Only with these properties',
  goalConditionKey: (number: number) => `Property ${number}`,
  goalConditionValue: (number: number) => `Value of property ${number}`,
  goalConditionAdd: 'Add a property',
  goalConditionRemove: (number: number) => `Take property ${number} away`,
  goalConditionIncomplete: 'A property needs a name and a value.',
  goalConditionTwice: 'Each property can be asked for once.',
  goalPreview: (count: number, visitors: string) =>
    count === 1
      ? 'It would have counted 1 visitor in the last 30 days.'
      : `It would have counted ${visitors} visitors in the last 30 days.`,
  goalPreviewScroll:
    'What it counts is told here once it is saved: how far pages were read can only be asked of a goal.',
  goalPreviewWaiting: 'How many visitors it would have counted in the last 30 days stands here.',
  goalOfEvent: (event: string) => `The event ${event}`,
  goalOfPage: (page: string) => `A view of ${page}`,
  goalOfScroll: (percent: string, page: string) => `${page}, read to ${percent}%`,
  goalCounted: (count: number, visitors: string) =>
    count === 1 ? '1 visitor in the last 30 days' : `${visitors} visitors in the last 30 days`,
  goalCountedWithMoney: (count: number, visitors: string, money: string) =>
    count === 1
      ? `1 visitor and ${money} in the last 30 days`
      : `${visitors} visitors and ${money} in the last 30 days`,
  goalSaved: (name: string) => `The goal ${name} is saved.`,
  goalRemoved: (name: string) => `The goal ${name} is removed.`,

  // Funnels
  funnels: 'Funnels',
  funnelsOf: (domain: string) => `Funnels of ${domain}`,
  funnelsLead: 'Steps in order, and how many get from one to the next.',
  funnelsNone:
    'There is no funnel yet. A funnel is a way that you hope for, such as from a product over the basket to the order: it shows at which step people leave.',
  funnelsOnlyRead: 'Editors of the site may add and change funnels.',
  editFunnels: 'Edit funnels',
  addFunnel: 'Add a funnel',
  changeFunnel: (name: string) => `Change the funnel ${name}`,
  removeFunnel: (name: string) => `Remove the funnel ${name}`,
  reallyRemoveFunnel: (name: string) => `Remove the funnel ${name}?`,
  showFunnel: (name: string) => `Show the funnel ${name} in the statistics`,
  funnel: 'Funnel',
  funnelName: 'Name',
  funnelNameHint: 'Such as From product to order.',
  funnelNameMissing: 'Give the funnel a name.',
  funnelWithin: 'All steps happen',
  funnelWithins: { visit: 'in one visit', day: 'on one day of a visitor' },
  funnelSteps: 'Steps, in order',
  stepKind: 'What happens',
  stepKinds: { page: 'Page', event: 'Event', goal: 'Goal' },
  stepKindOf: (number: number) => `Kind of step ${number}`,
  stepValueOf: (number: number) => `Step ${number}`,
  stepGoalMissing: 'Choose a goal.',
  stepGoalChoose: 'Choose a goal',
  stepAdd: 'Add a step',
  stepUp: (number: number) => `Move step ${number} up`,
  stepDown: (number: number) => `Move step ${number} down`,
  stepRemove: (number: number) => `Take step ${number} away`,
  funnelSaved: (name: string) => `The funnel ${name} is saved.`,
  funnelRemoved: (name: string) => `The funnel ${name} is removed.`,
  funnelOfVisits: 'Visits that went through the steps in order, other pages between them or not.',
  funnelOfVisitors: 'Visitors that went through the steps in order on one day, added up over the days.',
  funnelUnits: { visit: 'Visits', day: 'Visitors' },
  funnelUnitOf: {
    visit: (count: number) => (count === 1 ? 'visit' : 'visits'),
    day: (count: number) => (count === 1 ? 'visitor' : 'visitors'),
  },
  funnelOfFirst: 'Of the first step',
  funnelOfBefore: 'Of the step before',
  funnelLost: 'Dropped off',
  funnelStayed: (share: string, lost: string) => `${share} of the step before; ${lost} dropped off`,
  funnelNobody: 'Nobody reached the first step in this period.',

  // Journeys
  journeyAbout:
    'A journey shows where visits go on from a page, an event or a goal, or where they came from, step by step.',
  journeyLead: 'Where does it begin?',
  journeyDirection: 'Direction',
  journeyDirections: { next: 'What comes next', previous: 'What came before' },
  journeyShow: 'Show',
  journeyStartOther: 'Begin elsewhere',
  journeyStarts: 'Pages of the period',
  journeyWay: 'The way so far',
  journeyVisits: (count: number, visits: string) => (count === 1 ? '1 visit' : `${visits} visits`),
  journeyStepColumn: { next: 'Next step', previous: 'Step before' },
  journeyVisitsColumn: 'Visits',
  journeyShareColumn: 'Share',
  journeyEnd: { next: 'The visit ended', previous: 'The visit began here' },
  journeyFollow: (step: string) => `Go on along ${step}`,
  journeyBack: (step: string) => `Back to ${step}`,
  journeyAll: (count: string) => `All ${count}`,
  journeyWithheld: (count: number, visits: string, least: number) =>
    count === 1
      ? `1 visit went another way. Ways of fewer than ${least} visits are not shown: they would tell of single people.`
      : `${visits} visits went other ways. Ways of fewer than ${least} visits are not shown: they would tell of single people.`,
  journeyNobody: 'No visit of this period came here.',
  journeyLongest: 'Further steps cannot be followed.',

  // World map
  map: 'Visitors by country',
  mapHint: 'Arrow keys go from country to country, Enter shows only one.',
  mapCountry: (name: string, count: number, visitors: string) =>
    `${name}: ${visitors} ${count === 1 ? 'visitor' : 'visitors'}`,
  mapLegend: (count: number, most: string) => `0 to ${most} ${count === 1 ? 'visitor' : 'visitors'}`,
  mapSource: 'Map: Natural Earth',
  unmappedVisitors: (count: number, visitors: string) =>
    count === 1
      ? 'One visitor of an unknown country is not on the map.'
      : `${visitors} visitors of unknown countries are not on the map.`,

  // Hours of the week
  heat: 'When people come',
  heatOf: (metric: string) => `${metric} by weekday and hour`,
  heatMean: (metric: string) => `${metric} of an hour, on average.`,
  heatCell: (day: string, hour: string, value: string) => `${day} ${hour}: ${value}.`,
  heatBusiest: (day: string, hour: string, share: string) =>
    `Busiest: ${day}, ${hour}, with ${share} of a week.`,
  heatClipped: 'Of the last 52 weeks.',
  heatEmpty: 'Nobody came in this period.',

  // What was not counted
  notCountedTitle: 'What was not counted, and why',
  notCountedToday: 'Today',
  notKnown: 'not known',
  andMore: (names: string, _count: number, others: string) => `${names} and ${others} more`,

  // A whole list
  searchList: 'Search',
  sortBy: (column: string) => `Sort by ${column}`,
  sortedDown: 'largest first',
  sortedUp: 'smallest first',
  rowRange: (from: string, to: string, total: string) => `${from}–${to} of ${total}`,
  noRowFound: (search: string) => `Nothing contains “${search}”.`,
  previousPage: 'Previous rows',
  nextPage: 'Next rows',
  rowOnly: 'Only',
  rowNot: 'Not',

  // Taking numbers along
  takeAlong: (title: string) => `${title}: take along`,
  asCsv: 'CSV',
  asJson: 'JSON',
  asPicture: 'Picture (PNG)',
  asRequest: 'Copy as API request',
  requestCopied: 'The request is copied. Put a key of yours where it says YOUR_KEY.',
  requestShown: 'Copying is not allowed here. This is the request:',
  exportFailed: 'This could not be taken along. Try again.',
  exportCut: (rows: string) => `Only the first ${rows} rows are in the file.`,

  // For a screen on a wall
  wall: 'Wall display',
  wallLeave: 'Leave',
  wallFill: 'Full screen',
  wallUpdated: (time: string) => `Last asked at ${time}`,

  // Keys of the statistics
  shortcuts: 'Keys',
  shortcutsOn: 'These keys work',
  shortcutsRow: 'A row that is pressed shows only its visits; with Alt it leaves them out.',
  earlierPeriod: 'One period earlier',
  laterPeriod: 'One period later',
  compareWith: 'Compare with',
  compareChoose: (name: string) => `Compared with: ${name}. Choose another`,
  compareShort: 'vs',
  compareOwn: 'Compare with own dates',
  filterOrValue: 'Or another value',
  addValue: 'Add the value',
  removeValue: (value: string) => `Take ${value} away`,
  filterChange: (filter: string) => `Change the filter: ${filter}`,
  matchesHint: 'A regular expression of RE2, such as ^/blog/.',

  // Numbers that can be trusted
  exact: 'Exact',
  exactHint: 'Every event is counted. Nothing is sampled, estimated or rounded.',
  expiredBefore: (day: string) =>
    `Days before ${day} are missing here: their events have expired, and the sums that were kept do not tell what is asked.`,
  asTable: 'Table',

  // Strip at the bottom
  proof: 'Privacy of this site',
  nothingStored: 'Nothing stored on devices.',
  addressesCut: 'Addresses cut to /24 · /48.',
  keyMelts: 'Today’s key melts in',
  keyMelted: 'Today’s key is melting now',
  keyHint: 'When the day ends, its key is destroyed and its visitor ids can never be made again.',
  notCounted: (_count: number) => 'not counted today',
  why: 'why',
  nothingDropped: 'Nothing was left out today.',
  notesToday: 'Counted, with a note',
  objectedNote: 'Visitors who object are not counted, not even here.',
  geolocation: 'IP Geolocation by DB-IP',

  // Events on their way to the database
  storageLate: (count: number, events: string, delay: string) =>
    count === 1
      ? `One event of the last ${delay} is not in these numbers yet: the database does not take it at the moment. It is safe on disk and will be counted.`
      : `${events} events of the last ${delay} are not in these numbers yet: the database does not take them at the moment. They are safe on disk and will be counted.`,
  quarantined: (count: number, events: string) =>
    `${events} ${count === 1 ? 'event of the last 30 days was' : 'events of the last 30 days were'} refused by the database and set aside in journal/quarantine.jsonl. The log says why.`,
  lostEvents: (count: number, events: string) =>
    `${events} ${count === 1 ? 'event of the last 30 days was' : 'events of the last 30 days were'} lost, because the disk damaged data or the database was replaced by an older one. The log says when.`,
} as const

/** Why signing in with the provider did not work, and what to do. */
export const PROVIDER_FAULT_WORDS: Readonly<Record<ProviderFault, string>> = {
  away: 'The sign-in provider does not answer. Try again in a moment.',
  denied: 'The sign-in provider did not let you in, or you turned back.',
  refused:
    'The answer of the sign-in provider could not be trusted, so nobody was signed in. Try again; if it stays so, tell whoever runs this installation.',
  expired:
    'This sign-in took too long, was begun in another browser, or was used already. Sign in again from here.',
  unverified:
    'The sign-in provider does not say that your e-mail address is verified. Have it verified there, then try again.',
  unknown:
    'There is no account and no invitation for your e-mail address here. Ask whoever has the site to invite you.',
  other_account:
    'The account of your e-mail address is linked with somebody else at the sign-in provider. Ask whoever runs this installation.',
  busy: 'Too many people sign in at once, or too many tries failed in your network. Try again in a few minutes.',
}

/** What an entry of the audit log says was done. */
export const AUDIT_WORDS: Readonly<Record<AuditAction, string>> = {
  setup_link_made: 'made a set-up link',
  set_up: 'set Hanki up',
  signed_in: 'signed in',
  sign_in_failed: 'could not sign in',
  signed_out: 'signed out',
  session_ended: 'signed a browser out',
  password_changed: 'changed the password',
  password_reset_made: 'made a link for a new password',
  password_reset_asked: 'asked for a link for a new password',
  second_factor_added: 'added a second factor',
  second_factor_removed: 'removed a second factor',
  recovery_code_used: 'used a recovery code',
  provider_linked: 'signed in with the provider for the first time',
  provider_unlinked: 'unlinked the account from the provider',
  passkey_added: 'added a passkey',
  passkey_renamed: 'renamed a passkey',
  passkey_removed: 'removed a passkey',
  passkey_copied: 'was refused a passkey that seems to be copied',
  accounts_read: 'looked at the accounts',
  operator_made: 'made an operator',
  operator_unmade: 'took away running the installation',
  account_removed: 'removed an account',
  invited: 'invited',
  invitation_taken_back: 'took an invitation back',
  joined: 'joined',
  role_changed: 'changed a role',
  person_removed: 'removed',
  left: 'left',
  site_added: 'added a site',
  site_renamed: 'renamed a site',
  site_reset: 'let a site begin anew',
  site_removed: 'removed a site',
  keys_read: 'looked at the keys',
  key_added: 'made a key',
  key_revoked: 'revoked a key',
  share_links_read: 'looked at the links',
  share_link_added: 'made a link',
  share_link_revoked: 'revoked a link',
  share_link_opened: 'opened a link',
  share_link_refused: 'did not know the password of a link',
  made_public: 'made the statistics public',
  made_private: 'made the statistics private',
  key_used: 'was used',
  settings_read: 'looked at the settings',
  settings_changed: 'changed the settings',
  people_read: 'looked at the people',
  goal_saved: 'saved a goal',
  goal_removed: 'removed a goal',
  segment_saved: 'saved a segment',
  segment_removed: 'removed a segment',
  funnel_saved: 'saved a funnel',
  funnel_removed: 'removed a funnel',
  annotation_saved: 'saved a note about a day',
  annotation_removed: 'removed a note about a day',
  events_removed: 'removed events',
  erased: 'erased from the disk what was counted of a site',
  removals_read: 'looked at removals of events',
  audit_log_read: 'looked at the audit log',
  audit_log_exported: 'exported the audit log',
  statistics_exported: 'exported statistics',
}

/** What a key may do. */
export const SCOPE_WORDS: Readonly<Record<ApiKeyScope, string>> = {
  'stats:read': 'read statistics',
  'events:write': 'send events of visitors',
  'events:import': 'send events of the past',
  'sites:manage': 'change the site, its goals and settings',
}

/** What somebody is on a site, and what that allows; from the least to the most. */
export const ROLE_WORDS: Readonly<Record<Role, { name: string; allows: string }>> = {
  viewer: { name: 'Viewer', allows: 'sees the statistics' },
  editor: { name: 'Editor', allows: 'also edits goals, funnels, segments and notes about days' },
  admin: { name: 'Admin', allows: 'also changes settings, invites people and removes events' },
  owner: { name: 'Owner', allows: 'may do everything, and makes other owners' },
}

/** What a period is called in the picker. */
export const PERIOD_WORDS: Readonly<Record<PeriodName, string>> = {
  today: 'Today',
  yesterday: 'Yesterday',
  '7d': 'Last 7 days',
  '28d': 'Last 28 days',
  '30d': 'Last 30 days',
  '91d': 'Last 91 days',
  month: 'This month',
  last_month: 'Last month',
  year: 'This year',
  '12mo': 'Last 12 months',
  all: 'All time',
  custom: 'Own dates',
}

/** Headings of the cards below the chart. */
export const PANEL_WORDS: Readonly<Record<PanelName, string>> = {
  sources: 'Sources',
  pages: 'Pages',
  locations: 'Locations',
  devices: 'Devices',
  goals: 'Goals and events',
}

/** What the tabs of the cards say. */
export const TAB_WORDS: Readonly<Record<TabName, string>> = {
  sources: 'Sources',
  channels: 'Channels',
  referrers: 'Referrers',
  campaigns: 'Campaigns',
  utm_source: 'UTM source',
  utm_medium: 'UTM medium',
  utm_content: 'UTM content',
  utm_term: 'UTM term',
  top: 'Top',
  entry: 'Entry',
  exit: 'Exit',
  countries: 'Countries',
  regions: 'Regions',
  cities: 'Cities',
  browsers: 'Browsers',
  browser_versions: 'Versions',
  systems: 'Systems',
  system_versions: 'Versions',
  devices: 'Devices',
  goals: 'Goals',
  events: 'Events',
  properties: 'Properties',
  funnels: 'Funnels',
  journeys: 'Journeys',
}

/** What the first list of a group is called in the second line of tabs, where the first line has the group's name. */
export const FIRST_OF_GROUP_WORDS: Readonly<Partial<Record<TabName, string>>> = {
  campaigns: 'Campaign',
  utm_source: 'Source',
  utm_medium: 'Medium',
  utm_content: 'Content',
  utm_term: 'Term',
  browsers: 'Names',
  systems: 'Names',
}

/** What a list says when it is empty; others say `WORDS.emptyPanel`. */
export const EMPTY_WORDS: Readonly<Partial<Record<TabName, string>>> = {
  campaigns: 'No visit carried a campaign in this period.',
  utm_source: 'No visit carried a utm_source in this period.',
  utm_medium: 'No visit carried a utm_medium in this period.',
  utm_content: 'No visit carried a utm_content in this period.',
  utm_term: 'No visit carried a utm_term in this period.',
  regions:
    'No region is known. The country file that comes with Hanki has none; HANKI_GEO_FILE names one with cities.',
  cities:
    'No city is known. The country file that comes with Hanki has none; HANKI_GEO_FILE names one with cities.',
  goals: 'No goal was reached in this period, or none is set up.',
  events: 'No custom event in this period.',
  properties: 'No event of this period has the property.',
}

/** What a period is compared with, in the picker, and under the chart. */
export const COMPARISON_WORDS: Readonly<
  Record<Comparison, { name: string; short: string; legend: string; than: string }>
> = {
  previous: {
    name: 'Previous period',
    short: 'previous',
    legend: 'Previous',
    than: 'than in the previous period',
  },
  weekdays: {
    name: 'Previous period, by weekday',
    short: 'weekdays',
    legend: 'Previous, by weekday',
    than: 'than in the previous period',
  },
  year: { name: 'A year earlier', short: 'year', legend: 'A year earlier', than: 'than a year earlier' },
  custom: { name: 'Own dates', short: 'own dates', legend: 'Compared', than: 'than in the compared days' },
  none: { name: 'Nothing', short: 'nothing', legend: '', than: '' },
}

/** What the keys of the statistics do, in the list of them. */
export const SHORTCUT_WORDS: Readonly<Record<ShortcutName, string>> = {
  help: 'Show these keys',
  earlier: 'One period earlier',
  later: 'One period later',
  custom: 'Own dates',
  compare: 'Compare with something else',
  filter: 'Add a filter',
  clear: 'Clear all filters',
  table: 'Chart as a table',
  wall: 'Wall display',
}

/** What an interval is called; `per` reads after a metric: "Visitors per day". */
export const INTERVAL_WORDS: Readonly<Record<Interval, { name: string; per: string }>> = {
  hour: { name: 'Hour', per: 'per hour' },
  day: { name: 'Day', per: 'per day' },
  week: { name: 'Week', per: 'per week' },
  month: { name: 'Month', per: 'per month' },
}

/** How a filter reads between dimension and value. */
export const OPERATOR_WORDS: Readonly<Record<FilterOperator, string>> = {
  is: 'is',
  is_not: 'is not',
  contains: 'contains',
  contains_not: 'does not contain',
  matches: 'matches',
  matches_not: 'does not match',
}

/** How a figure's change reads after its amount, so that better and worse are not said by colour alone. */
export const CHANGE_WORDS: Readonly<Record<Metric, { up: string; down: string }>> = {
  visitors: { up: 'more', down: 'fewer' },
  visits: { up: 'more', down: 'fewer' },
  pageviews: { up: 'more', down: 'fewer' },
  events: { up: 'more', down: 'fewer' },
  percentage: { up: 'more', down: 'less' },
  conversion_rate: { up: 'better', down: 'worse' },
  group_conversion_rate: { up: 'better', down: 'worse' },
  exit_rate: { up: 'worse', down: 'better' },
  total_revenue: { up: 'more', down: 'less' },
  average_revenue: { up: 'more', down: 'less' },
  views_per_visit: { up: 'more', down: 'fewer' },
  bounce_rate: { up: 'worse', down: 'better' },
  visit_duration: { up: 'longer', down: 'shorter' },
  time_on_page: { up: 'longer', down: 'shorter' },
  scroll_depth: { up: 'deeper', down: 'less deep' },
}

/** Channels, by the names that the API gives them. */
export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  'Cross-network': 'Cross-network',
  'Paid Shopping': 'Paid Shopping',
  'Paid Search': 'Paid Search',
  'Paid Social': 'Paid Social',
  'Paid Video': 'Paid Video',
  Display: 'Display',
  'Paid Other': 'Paid Other',
  'Organic Shopping': 'Organic Shopping',
  'Organic Social': 'Organic Social',
  'Organic Video': 'Organic Video',
  'AI Assistants': 'AI Assistants',
  'Organic Search': 'Organic Search',
  Email: 'Email',
  Affiliates: 'Affiliates',
  Audio: 'Audio',
  SMS: 'SMS',
  'Mobile Push Notifications': 'Mobile Push Notifications',
  Referral: 'Referral',
  Direct: 'Direct',
}

/** Classes of devices, by the names that the API gives them. */
export const DEVICE_WORDS: Readonly<Record<Exclude<Device, ''>, string>> = {
  Desktop: 'Desktop',
  Mobile: 'Mobile',
  Tablet: 'Tablet',
  TV: 'TV',
  Console: 'Console',
  Wearable: 'Wearable',
}

/** What the API says in place of a value that is unknown, or folded together with others. */
export const MISSING_WORDS = {
  'Direct / None': 'Direct / None',
  '(not set)': '(not set)',
  '(none)': '(none)',
  '(other)': '(other)',
} as const

/** Why events were left out, for people who own a shop, not a server. */
export const DROP_REASON_WORDS: Readonly<Record<DropReason, { name: string; hint: string }>> = {
  bot: { name: 'Bots and crawlers', hint: 'Programs that say so, or behave so' },
  unknown_site: { name: 'Unknown site', hint: 'Events for a domain that is not set up here' },
  unknown_hostname: { name: 'Unknown host name', hint: 'The snippet runs on a host that is not this site’s' },
  spam_referrer: { name: 'Referrer spam', hint: 'Hosts that pretend to send visitors' },
  hosting_network: { name: 'Hosting networks', hint: 'Servers that use a browser’s name' },
  shield_hostname: { name: 'Your rule: host name', hint: 'Left out because you said so' },
  shield_page: { name: 'Your rule: page', hint: 'Left out because you said so' },
  shield_address: { name: 'Your rule: network', hint: 'Left out because you said so' },
  shield_country: { name: 'Your rule: country', hint: 'Left out because you said so' },
  no_visit_for_engagement: {
    name: 'No open visit',
    hint: 'Reading time that came after its visit had ended',
  },
  prefetch: { name: 'Pages fetched ahead', hint: 'The browser loaded them, nobody opened them' },
  objected: { name: 'Visitors who object', hint: 'Not counted, not even here' },
}

/** What is noted about events that were counted. */
export const NOTE_WORDS: Readonly<Record<DailyNote, { name: string; hint: string }>> = {
  personal_data: {
    name: 'Personal data taken out',
    hint: 'Something in a page, campaign, name or property looked like it',
  },
  too_many_values: { name: 'Folded into “(other)”', hint: 'More different values than a day may have' },
  key_restarted: {
    name: 'Day key made anew',
    hint: 'After a restart of the machine, today’s visitors are counted again',
  },
}

/** Where a site is made, and where on it the code goes. */
export const PLATFORM_WORDS: Readonly<Record<Platform, { name: string; where: string }>> = {
  html: { name: 'Plain HTML, or anything else', where: 'Put this into the <head> of every page.' },
  wordpress: {
    name: 'WordPress',
    where:
      'With a plugin that inserts code, such as WPCode: Code Snippets, Header & Footer, Header. Or into header.php of your theme, before </head>.',
  },
  shopify: {
    name: 'Shopify',
    where: 'Online Store, Themes, Edit code: into theme.liquid, before </head>.',
  },
  nextjs: {
    name: 'Next.js',
    where: 'Into app/layout.tsx, inside <body>; with the pages router into pages/_app.tsx.',
  },
  nuxt: { name: 'Nuxt', where: 'Into nuxt.config.ts.' },
  sveltekit: { name: 'SvelteKit', where: 'Into src/app.html, before %sveltekit.head%.' },
  astro: { name: 'Astro', where: 'Into the <head> of your layout.' },
  hugo: {
    name: 'Hugo',
    where: 'Into layouts/partials/head.html, or whatever your theme calls it, before </head>.',
  },
  webflow: { name: 'Webflow', where: 'Site settings, Custom code, Head code; then publish.' },
  squarespace: { name: 'Squarespace', where: 'Settings, Advanced, Code Injection, Header.' },
  gtm: {
    name: 'Google Tag Manager',
    where: 'A new tag of the kind Custom HTML, triggered on All Pages; then publish the container.',
  },
}

/** What the script counts besides page views. */
export const TRACKED_WORDS: Readonly<Record<Tracked, string>> = {
  outbound: 'outbound links',
  downloads: 'downloads',
  forms: 'sent forms',
  '404': 'missing pages',
}
