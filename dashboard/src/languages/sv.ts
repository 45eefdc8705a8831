import type { ServerSentence } from '../lib/server-sentences.ts'
import type { Dictionary } from './dictionary.ts'

export const LOCALE: Dictionary['LOCALE'] = 'sv'

export const WORDS: Dictionary['WORDS'] = {
  product: 'Hanki',
  skipToContent: 'Hoppa till statistiken',
  skipToForm: 'Hoppa till formuläret',
  loading: 'Läser in',
  retry: 'Försök igen',
  close: 'Stäng',
  unreachable: 'Servern svarar inte. Kontrollera att den är igång och att den här enheten är uppkopplad.',
  strangeAnswer: (status: number) => `Servern gav ett svar som den här sidan inte förstår (${status}).`,
  failed: 'Det gick inte att läsa in.',
  language: 'Språk',
  chooseLanguage: (name: string) => `Språk: ${name}. Välj ett annat`,
  stale: (time: string) => `Servern svarar inte. Siffrorna är från kl. ${time}; nytt försök pågår.`,
  updated: (_count: number, visitors: string, period: string) =>
    `Uppdaterat: ${visitors} besökare, ${period}.`,
  labelled: (label: string, text: string) => `${label}: ${text}`,
  listed: (said: string, more: string) => `${said}; ${more}`,
  quoted: (text: string) => `”${text}”`,
  entryFault: (entry: string, fault: string) => `”${entry}” ${fault}`,

  // Inloggning
  signInTitle: 'Logga in',
  signInLead: 'Din statistik stannar på din egen server.',
  email: 'E-post',
  password: 'Lösenord',
  signIn: 'Logga in',
  signOut: 'Logga ut',
  signedInAs: 'Inloggad som',
  signInWith: (provider: string) => `Logga in med ${provider}`,
  signInOnlyLead: 'Din statistik stannar på din egen server. Här används inga lösenord.',
  signInAgain: 'Börja om inloggningen',
  providerCodeLead: 'Ditt konto har tvåstegsverifiering: visa det andra steget för att fortsätta.',
  sessionOver: 'Din session har avslutats. Logga in för att fortsätta där du var.',
  noUserYet: 'Här finns inget konto ännu.',
  noUserYetHelp:
    'Öppna installationslänken som skrevs ut när Hanki startade. Kör det här på samma ställe för att få en ny:',
  setupLinkCommand: 'npm run hanki -- setup-link',
  emailMissing: 'Ange din e-postadress.',
  emailFormat: 'Det här ser inte ut som en e-postadress, till exempel maija@example.fi.',
  passwordMissing: 'Ange ditt lösenord.',

  // Komma igång
  setupTitle: 'Välkommen till Hanki',
  setupLead: 'Skapa ditt konto. Det sparas på den här servern och ingen annanstans.',
  setupAction: 'Skapa konto',
  passwordHint: (least: number) =>
    `Minst ${least} tecken. En mening som bara du skulle komma på fungerar bra.`,
  passwordTooShort: (least: number, length: number) => `Använd minst ${least} tecken; det här har ${length}.`,
  setupNoToken: 'Adressen saknar sin engångskod.',
  setupLinkOver: 'Installationslänken är redan använd eller äldre än 15 minuter.',
  setupNewLink: 'Så länge ingen har ett konto får du en ny länk så här:',
  setupHasAccount: 'Har du redan ett konto?',

  // Webbplatser
  newSiteTitle: 'Lägg till en webbplats',
  newSiteLead: 'På vilken webbplats vill du räkna besök?',
  domain: 'Domän',
  domainHint: 'Utan https:// och www., till exempel example.fi',
  domainMissing: 'Ange webbplatsens domän, till exempel example.fi.',
  timezone: 'Tidszon',
  timezoneHint: 'Här börjar och slutar webbplatsens dygn. Besökarnas id lever inte längre än så.',
  timezoneUnknown: 'Välj en tidszon i listan, till exempel Europe/Helsinki.',
  addSite: 'Lägg till webbplats',
  addAnotherSite: 'Lägg till en webbplats',
  sites: 'Webbplatser',
  allSites: 'Alla webbplatser',
  findSite: 'Sök webbplats',
  noSiteFound: (wanted: string) => `Ingen webbplats har ”${wanted}” i sin domän.`,
  visitorsToday: (_count: number) => 'besökare i dag',
  sinceSameDay: 'än för en vecka sedan vid samma tid',
  lastSevenDays: (days: string) => `Besökare de senaste sju dagarna, i dag sist: ${days}`,
  pin: (domain: string) => `Visa ${domain} först`,

  // Anteckningar om dagar
  annotations: 'Anteckningar om dagar',
  addAnnotation: 'Anteckna något om en dag',
  annotationDay: 'Dag',
  annotationText: 'Vad hände',
  disturbed: 'Räkningen stördes',
  keyRestarted: (day: string) =>
    `${day}: dagens nyckel skapades på nytt, så den som kom både före och efter räknas två gånger.`,
  wasAway: (from: string, until: string) =>
    `Hanki var inte i gång från ${from} till ${until}: under den tiden räknades inget.`,
  removeAnnotation: (text: string) => `Ta bort anteckningen ”${text}”`,

  // Vad som räknas
  counting: 'Vad som räknas',
  countingOf: (domain: string) => `Vad ${domain} räknar`,
  countingLead: 'Gäller händelser från och med nu; det som redan räknats ändras inte.',
  someWrong: 'Inget sparades: se det som är markerat ovan.',
  hostnames: 'Webbplatsens andra värdnamn',
  hostnamesHint: (domain: string) => `Utöver ${domain} och allt som slutar på .${domain}. Ett per rad.`,
  leftOut: 'Utelämnas',
  shieldNetworks: 'Nätverk och adresser',
  shieldNetworksHint:
    'Till exempel ditt kontor: 192.0.2.0/24, 2001:db8::/32 eller en enda adress. En per rad.',
  shieldPages: 'Sidor',
  shieldPagesHint: 'Till exempel /admin/** eller /*/draft. En per rad.',
  shieldHostnames: 'Värdnamn',
  shieldHostnamesHint: 'Till exempel staging.example.com. Ett per rad.',
  shieldCountries: 'Länder',
  shieldCountriesHint: 'Koder med två bokstäver, till exempel SE. En per rad.',
  countHosting: 'Räkna även händelser från datacenter',
  pagesTitle: 'Sidor',
  foldSlash: '/prices/ och /prices är samma sida',
  maskTokens: 'Ersätt id och nycklar i sökvägar med *',
  masks: 'Mönster som är en sida var',
  masksHint:
    'Till exempel /orders/*/pay: alla sidor som mönstret täcker räknas under dess namn. Ett per rad.',
  keepParameters: 'Frågeparametrar som hör till sidan',
  keepParametersHint: 'Till exempel q eller category. Alla andra tas bort innan något skrivs. En per rad.',
  visitorsTitle: 'Besökare',
  precision: 'Vad besökare skiljs åt genom',
  precisions: {
    full: 'Ett hashvärde av hela adressen: omkring 1 % för få',
    network: 'Bara deras nätverk: strängare, men betydligt för få',
  },
  referrers: 'Spara från vilken webbplats besökarna kom',

  // Webbplatsens inställningar
  settings: 'Inställningar',
  settingsOf: (domain: string) => `Inställningar för ${domain}`,
  renameHint:
    'Siffrorna följer med till en ny domän. Sidor som ännu anger den gamla räknas i 72 timmar till.',
  formerDomain: (domain: string, until: string) => `${domain} räknas till den här webbplatsen till ${until}.`,
  moveHint: 'En ny tidszon börjar gälla vid nästa midnatt; dagar som är slut behåller sin.',
  nextTimezone: (now: string, next: string, from: string) => `${now} nu, ${next} från ${from}.`,
  save: 'Spara',
  saved: 'Sparat.',
  endTitle: 'Börja om eller avsluta',
  endLead:
    'Att börja om raderar allt som räknats; inställningar, mål, personer och nycklar blir kvar. Att ta bort webbplatsen avslutar även räkningen. Inget av det går att ångra.',
  typeDomain: (domain: string) => `Skriv ${domain} för att bekräfta`,
  resetSite: 'Radera alla siffror',
  siteIsReset: 'Räkningen börjar om från noll. Det som fanns raderas inom några minuter.',
  deleteSite: 'Ta bort webbplatsen',
  switchSite: (domain: string) => `Webbplats: ${domain}. Byt webbplats`,

  // I väntan på första händelsen
  waitingTitle: (domain: string) => `Lägg in det här på ${domain}`,
  waitingLead: 'Det ska in i varje sidas head och sparar inget på besökarnas enheter.',
  snippet: 'Kodsnutt',
  copy: 'Kopiera',
  copied: 'Kopierat',
  copyFailed: 'Markera raden och kopiera den.',
  waiting: 'Väntar på den första händelsen…',

  // Installera kodsnutten
  install: 'Kodsnutt',
  installOn: (domain: string) => `Kodsnutt för ${domain}`,
  platform: 'Vad är webbplatsen gjord med?',
  alsoCount: 'Räkna utöver sidvisningar',
  hashPages: 'sidor bakom #',
  eventsArrive: 'Webbplatsens händelser kommer fram.',
  findSilence:
    'Inget har kommit ännu. Öppna en sida på din webbplats i en annan flik; den här vyn märker det själv.',
  findOtherHosts: (hosts: string, domain: string) =>
    `Händelser kom från ${hosts}, som inte är ${domain} eller ligger under den. Hör den till webbplatsen, ange den under ”Vad som räknas”.`,
  findShielded: 'Händelser kom, men en av dina egna regler utelämnade dem. Se över vad du utelämnar.',
  findOnlyBots: (names: string) =>
    `Hittills har bara program kommit (${names}). Öppna en sida själv, i en vanlig webbläsare.`,
  findOnlyDataCentres: (names: string) =>
    `Händelser kom bara från datacenter (${names}): en server, ett test i molnet eller ett VPN. Öppna en sida utan dem.`,
  findUnknownSite: (count: number, domain: string) =>
    `${count === 1 ? 'Den senaste timmen kom en händelse' : `Den senaste timmen kom ${count} händelser`} för en domän som inte finns här. Jämför data-domain med ${domain}.`,
  findUnknownProxy:
    'En proxy framför Hanki skickar anrop vidare, men Hanki litar inte på dess uppgifter om adresser: alla besökare kommer att se ut som en. Ange dess nätverk i HANKI_TRUSTED_PROXIES.',
  nothingArrives: 'Kommer inget fram?',
  causePublished:
    'Är sidan publicerad med kodsnutten? Titta i sidans källkod; ett cacheminne kan visa den gamla.',
  causeBlocker: 'Blockerar din webbläsare den? Prova en annan webbläsare eller ett fönster utan tillägg.',
  causeObjection:
    'Skickar din webbläsare Global Privacy Control eller Do Not Track? Då räknas du inte, precis som alla andra som tackat nej.',
  causePolicy: 'Har sidan en Content Security Policy? Den behöver de här:',
  causeDomain: (domain: string) =>
    `Anger data-domain ${domain}, och ligger sidan på den värden eller under den?`,
  firstEvent: 'Den första händelsen är här.',
  excludeTitle: 'Utelämna den här webbläsaren',
  excludeLead:
    'Dina egna besök behöver inte räknas. Din webbplats öppnas i en annan flik och frågar om den här webbläsaren ska utelämnas, eller räknas igen om den redan är utelämnad. För det sparas en kaka i webbläsaren i högst 13 månader; Safari glömmer den efter en vecka.',
  excludeOpen: (domain: string) => `Fråga på ${domain}`,

  // Ditt konto
  yourAccount: 'Ditt konto',
  sessions: 'Inloggade webbläsare',
  unknownBrowser: 'Okänd webbläsare',
  thisBrowser: 'den här',
  signedInSince: (day: string) => `sedan ${day}`,
  endSession: 'Logga ut',
  endSessionOf: (client: string, day: string) => `Logga ut ${client}, sedan ${day}`,
  endOthers: 'Logga ut alla andra',
  changePassword: 'Byt lösenord',
  provider: 'Inloggningstjänst',
  providerLinked: (name: string) => `Kopplat: du kan logga in med ${name}.`,
  providerNotLinked: (name: string) =>
    `Inte kopplat. Det blir det när du loggar in med ${name} och kontots e-postadress.`,
  providerUnlink: 'Koppla bort',
  providerNoPassword:
    'Ditt konto har inget lösenord; den som driver installationen kan skapa en länk för att välja ett: hanki user reset EMAIL',
  presentPassword: 'Nuvarande lösenord',
  newPassword: 'Nytt lösenord',
  passwordChanged: 'Lösenordet är bytt och alla andra webbläsare är utloggade.',

  // Nytt lösenord med en länk
  resetTitle: 'Välj ett nytt lösenord',
  resetLead: 'Alla webbläsare som är inloggade med det gamla loggas ut.',
  resetDone: 'Lösenordet är bytt. Logga in med det.',
  forgottenTitle: 'Glömt lösenordet?',
  forgottenLead: 'Ange kontots e-postadress. Du får ett mejl med en länk för att välja ett nytt lösenord.',
  forgottenSend: 'Skicka mejlet',
  toSignIn: 'Till inloggningen',
  forgotPassword: 'Glömt lösenordet? Den som driver installationen kan skapa en länk: hanki user reset EMAIL',

  // Tvåstegsverifiering
  code: 'Kod',
  codeHint: 'Sex siffror från din app, eller en återställningskod.',
  recoveryCode: 'Återställningskod',
  secondFactor: 'Tvåstegsverifiering',
  secondFactorOff: 'Av: lösenordet räcker för att logga in.',
  secondFactorOffProvider: 'Av: inloggningstjänsten avgör ensam om du släpps in.',
  firstPassword: 'lösenordet',
  firstProvider: 'inloggningstjänsten',
  secondFactorOn: (first: string) => `På: efter ${first} behövs en kod från din app för att logga in.`,
  secondFactorByPasskey: (first: string) =>
    `På: efter ${first} behövs en lösennyckel eller en återställningskod för att logga in.`,
  secondFactorByBoth: (first: string) =>
    `På: efter ${first} behövs en kod från din app eller en lösennyckel för att logga in.`,
  secondFactorNeeded:
    'Här krävs tvåstegsverifiering. Lägg till koder från en app eller en lösennyckel för att fortsätta.',
  recoveryCodesLeft: (count: number) =>
    count === 1 ? 'En återställningskod är kvar.' : `${count} återställningskoder är kvar.`,
  secondFactorAdd: 'Lägg till tvåstegsverifiering',
  secondFactorScan: 'Fotografera det här med en autentiseringsapp eller skriv in nyckeln i den:',
  secondFactorKey: 'Nyckel',
  secondFactorPicture: 'Nyckelns QR-kod',
  secondFactorConfirm: 'Bekräfta',
  recoveryCodes:
    'Förvara återställningskoderna där du har dina lösenord. Var och en fungerar en gång när varken app eller lösennyckel finns till hands; de visas inte igen:',
  secondFactorRemove: 'Ta bort dem',
  secondFactorAddCodes: 'Lägg till koder från en app',
  secondFactorRemoveCodes: 'Ta bort koderna från appen',
  cancel: 'Avbryt',

  // Lösennycklar
  passkeys: 'Lösennycklar',
  passkeysLead:
    'En lösennyckel finns i din telefon, din dator eller en säkerhetsnyckel. Med den loggar du in utan lösenord när enheten har sett till att det är du.',
  passkeysOnlyLead:
    'En lösennyckel finns i din telefon, din dator eller en säkerhetsnyckel. Efter inloggningstjänsten ersätter den koden när enheten har sett till att det är du.',
  passkeySignIn: 'Logga in med lösennyckel',
  passkeyUse: 'Använd en lösennyckel',
  passkeyAdd: 'Lägg till en lösennyckel',
  passkeyName: 'Lösennyckelns namn',
  passkeyNameHint: 'Till exempel Telefon eller Blå nyckel. Annars får den namn efter den här webbläsaren.',
  passkeyAdded: (day: string) => `tillagd ${day}`,
  passkeyUsed: (day: string) => `senast använd ${day}`,
  passkeyUnused: 'aldrig använd',
  passkeyRename: 'Byt namn',
  passkeyRenameOf: (name: string) => `Byt namn på lösennyckeln ${name}`,
  passkeyRemove: 'Ta bort',
  passkeyRemoveOf: (name: string) => `Ta bort lösennyckeln ${name}`,
  passkeyRemoveTitle: (name: string) => `Ta bort ${name}`,
  passkeyRemoveHint: 'Ta bort den från enheten också, annars fortsätter enheten att föreslå den.',
  passkeysNowhere:
    'Lösennycklar fungerar där Hanki nås via HTTPS under ett namn. Den som driver installationen anger HANKI_PUBLIC_URL.',
  passkeysElsewhere: 'Lösennycklar fungerar bara på den här adressen:',
  passkeysUnknown: 'Webbläsaren har inget stöd för lösennycklar.',
  passkeyNotShown: 'Ingen lösennyckel användes: fönstret stängdes eller tiden gick ut.',
  passkeyThere: 'Enheten har redan en lösennyckel för det här kontot.',
  passkeyFailed: 'Webbläsaren kunde inte göra det med en lösennyckel. Försök igen eller med en annan enhet.',

  // Installationens konton
  accounts: 'Konton',
  accountsLead:
    'Alla som har ett konto här. Driftansvariga sköter installationen: de lägger till webbplatser och är ägare till alla.',
  accountSince: (day: string) => `sedan ${day}`,
  hasSecondFactor: 'tvåstegsverifiering',
  hasNoSecondFactor: 'ingen tvåstegsverifiering',
  operator: 'Driftansvarig',
  reallyRemoveAccount: (email: string) =>
    `Ta bort kontot ${email}? Nycklar och länkar som personen har skapat slutar att fungera.`,

  // Webbplatsens personer
  people: 'Personer',
  peopleOf: (domain: string) => `Personer på ${domain}`,
  peopleLead: 'De som får se den här statistiken, var och en med eget konto och lösenord.',
  you: 'du',
  roleOf: (email: string) => `Roll för ${email}`,
  role: 'Roll',
  removePerson: (email: string) => `Ta bort ${email}`,
  remove: 'Ta bort',
  leaveSite: 'Lämna',
  reallyRemove: (email: string, domain: string) =>
    `Ta bort ${email} från ${domain}? Åtkomsten upphör genast.`,
  reallyLeave: (domain: string) => `Lämna ${domain}? Din åtkomst upphör genast.`,
  invitations: 'Inbjudna',
  invitedUntil: (day: string) => `till ${day}`,
  takeBack: 'Ta tillbaka',
  takeBackFrom: (email: string) => `Ta tillbaka inbjudan till ${email}`,
  inviteTitle: 'Bjud in någon',
  invite: 'Bjud in',
  invitationLink: (email: string) =>
    `Skicka den här länken till ${email}. Den visas en gång och kan användas en gång inom en vecka:`,
  invitationMailed: (email: string) => `Ett mejl är på väg till ${email}.`,
  invitationMailedLink:
    'Om mejlet inte kommer fram är det här dess länk. Den visas en gång och kan användas en gång inom en vecka:',
  invitationLinkFor: (email: string) => `Länk för ${email}`,
  toStatistics: 'Till statistiken',

  // Nycklar för program
  keys: 'API-nycklar',
  keysOf: (domain: string) => `API-nycklar för ${domain}`,
  keysLead: 'För program som hämtar webbplatsens statistik eller skickar händelser till den.',
  noKeys: 'Det finns inga ännu.',
  keyMadeBy: (email: string) => (email === '' ? 'skapad på kommandoraden' : `skapad av ${email}`),
  keyUntil: (day: string) => `till ${day}`,
  keyWithoutEnd: 'tills vidare',
  keyIsOver: 'gäller inte längre',
  revoke: 'Återkalla',
  revokeKey: (name: string) => `Återkalla ${name}`,
  reallyRevoke: (name: string) => `Återkalla ${name}? Program som använder den får inga svar längre.`,
  makeKeyTitle: 'Skapa en nyckel',
  makeKey: 'Skapa nyckel',
  keyName: 'Vad är den till för?',
  keyNameHint: 'Till exempel programmets namn.',
  keyScopes: 'Den får',
  keyNeedsScope: 'Välj vad den får göra.',
  keyLife: 'Den gäller',
  keyLives: { 30: 'i 30 dagar', 90: 'i 90 dagar', 365: 'i ett år', 0: 'tills vidare' },
  keyShownOnce: 'Kopiera nyckeln nu: den visas inte igen.',

  // Länkar till statistiken
  sharing: 'Delning',
  sharingOf: (domain: string) => `Delning av ${domain}`,
  sharingLead: 'Så ser andra webbplatsens statistik, och inget annat, utan konto.',
  noLinks: 'Det finns inga ännu.',
  linkHasPassword: 'med lösenord',
  linkMadeBy: (email: string) => (email === '' ? 'skapad av ett program' : `skapad av ${email}`),
  reallyRevokeLink: (name: string) => `Återkalla ${name}? Den som har länken ser inget längre.`,
  makeLinkTitle: 'Skapa en länk',
  makeLink: 'Skapa länk',
  linkName: 'Vem är den till?',
  linkNameHint: 'Till exempel styrelsen eller en byrå.',
  linkPassword: 'Lösenord (valfritt)',
  linkPasswordHint: 'Minst 12 tecken. Berätta det på annat sätt än länken.',
  linkShownOnce: 'Kopiera länken nu: den visas inte igen.',
  linkFrame: 'Kopiera även det här nu om du vill visa statistiken på en egen sida:',
  segmentChoice: 'Vad som visas',
  segmentNone: 'Allt',
  segmentKept: (name: string) => `Som nu, bara: ${name}`,
  segmentChoiceHint:
    'Segmentet sparas som det är nu: att ändra eller ta bort det senare ändrar inget här. Segment som frågar efter mål kan inte väljas.',
  minimumChoice: 'Minsta antal besökare på en rad',
  minimumNone: 'Ingen gräns',
  minimumOf: (visitors: number) => `${visitors} besökare per dag`,
  minimumChoiceHint:
    'Med en gräns utelämnas mindre rader dag för dag, i dag visas inte och det finns inga filter: ingen hittar enskilda besökare genom att jämföra.',
  originsChoice: 'Sidor som får bädda in statistiken (valfritt)',
  originsChoiceHint: 'En adress per rad, till exempel https://www.example.com. Ingen annans sidor kan.',
  linkSegment: (name: string) => `visar bara ”${name}”`,
  linkMinimum: (visitors: number) => `rader med minst ${visitors} besökare per dag`,
  linkFramedBy: (origins: string) => `får bäddas in av ${origins}`,
  linksTitle: 'Länkar',
  publicTitle: 'Offentlig statistik',
  publicLeadOff: 'Bara den som har ett konto eller en länk ser webbplatsens statistik.',
  publicLeadOn: 'Vem som helst i världen ser webbplatsens statistik, utan konto eller länk:',
  publicSees:
    'Alla skulle se hur många som besöker vilka sidor, varifrån och med vad, och även namn på mål, händelser och kampanjer. Ingen ser inställningar, anteckningar eller vilka andra som får titta.',
  publicChoices: 'Vad vem som helst får se',
  publicIndexed: 'Sökmotorer får visa den',
  makePublic: 'Gör offentlig',
  savePublic: 'Spara',
  publicSaved: 'Sparat. Det gäller genast.',
  makePrivate: 'Gör privat',
  reallyMakePublic: (domain: string) => `Låta vem som helst i världen se statistiken för ${domain}?`,
  publicFrame: 'Så visar du statistiken på en egen sida:',
  frameTitle: (domain: string) => `Statistik för ${domain}`,
  sharedTitle: 'Statistik till dig',
  sharedPasswordLead: 'Länken har ett lösenord. Den som skickade den till dig kan det.',
  sharedOpen: 'Visa statistiken',
  sharedOverTitle: 'Länken kan inte användas',
  sharedOver: 'Länken har gått ut eller återkallats. Be om en ny.',
  sharedNothingYet: 'Inget har räknats ännu. Siffrorna visas här så snart det finns några.',
  sharedNote: 'Visas via en länk',
  sharedIncomplete: 'Länken är ofullständig. Be den som lade den här om hela länken.',
  sharedLimits: 'Vad som visas',
  sharedSegment: (name: string) => `Bara: ${name}`,
  sharedSegmentHint: 'Alla siffror gäller den här delen av webbplatsen. Det går inte att ändra här.',
  sharedMinimum: (visitors: number) =>
    `Siffrorna gäller dagar som är slut. För varje dag utelämnas rader med färre än ${visitors} besökare.`,
  publicNote: 'Offentlig statistik',
  publicOver: 'Statistiken är inte offentlig längre.',

  // Vad som gjorts här
  audit: 'Granskningslogg',
  auditLead: 'Vad personer och program har gjort här, det senaste först. Inget om besökare finns med.',
  auditOlder: 'Visa äldre',
  auditExport: 'Ladda ner allt:',
  auditExports: {
    csv: 'som CSV för kalkylprogram',
    jsonl: 'som JSON-rader för ”hanki audit verify --file”',
  },
  auditNobody: 'någon okänd',
  auditCommandLine: 'kommandoraden',
  auditHanki: 'Hanki själv',
  auditKey: (id: string) => `nyckel ${id}`,
  auditWhen: 'När',
  auditWho: 'Vem',
  auditWhat: 'Vad',

  // En inbjudan
  invitationTitle: (domain: string) => `Gå med i ${domain}`,
  invitationLead: (role: string) => `Du är inbjuden: ${role}.`,
  invitationPassword: (email: string) => `Välj ett lösenord. Du loggar in som ${email}.`,
  invitationOnly: (email: string, provider: string) => `Logga in med ${provider} som ${email}.`,
  invitationSignIn: (email: string, domain: string) => `Logga in som ${email} för att gå med i ${domain}.`,
  invitationOther: (invited: string, email: string) =>
    `Inbjudan gäller ${invited}, men du är inloggad som ${email}.`,
  invitationOver: 'Inbjudan kan inte användas',
  join: 'Gå med',

  // Inget här
  unknownTitle: 'Här finns ingen sida',
  unknownLead: (path: string) => `Inget finns på ${path}.`,
  unknownSiteTitle: (domain: string) => `${domain} är inte en av dina webbplatser`,
  unknownSiteLead: 'Kontrollera stavningen i adressen eller be webbplatsens ägare om en inbjudan.',
  noSiteTitle: 'Här finns ingen webbplats för dig ännu',
  noSiteLead: 'Den som sköter en webbplats kan bjuda in dig till den. Till dess finns inget att se.',
  home: 'Till din statistik',

  // Fältet högst upp
  hereNow: 'här nu',
  hereNowHint: 'Besökare med en händelse de senaste fem minuterna',
  filter: 'Filtrera',
  filters: 'Filter',
  addFilter: 'Filtrera: lägg till ett filter',
  removeFilter: (filter: string) => `Ta bort filtret: ${filter}`,
  clearFilters: 'Rensa alla',
  filterWhat: 'Vad',
  filterHow: 'Hur',
  filterValue: 'Värde',
  filterValueMissing: 'Skriv eller välj ett värde.',
  applyFilter: 'Använd',
  or: 'eller',
  noValue: '(tomt)',
  without: 'Utan',
  choosePeriod: (period: string) => `Period: ${period}. Välj en annan`,
  customRange: 'Egna datum',
  from: 'Från',
  to: 'Till',
  apply: 'Använd',
  rangeInvalid: 'Den första dagen får inte vara efter den sista.',
  withoutToday: 'Utan i dag',
  withoutTodayHint: 'Bara dagar som är slut.',
  nothingOverYet: 'Perioden började i dag och ingen dag i den är slut ännu, så i dag visas.',
  periodWithoutToday: (period: string) => `${period}, utan i dag`,
  account: 'Konto och utseende',
  appearance: 'Utseende',
  themes: { system: 'Systemets', light: 'Ljust', dark: 'Mörkt' },

  // Segment
  segments: 'Segment',
  segmentFind: 'Sök segment',
  segmentSave: 'Spara som segment',
  segmentSaveNew: 'Spara som nytt segment',
  segmentSaveChanges: 'Spara ändringar',
  segmentManage: 'Byt namn eller ta bort',
  segmentName: 'Namn',
  segmentNameHint: 'Till exempel Besökare från Finland.',
  segmentNameMissing: 'Skriv ett namn.',
  segmentNameTaken: 'Webbplatsen har redan ett segment med det namnet. Välj ett annat.',
  segmentForAll:
    'Alla som får se webbplatsen ser segmentet och kan använda det; redaktörer, administratörer och ägare kan ändra det.',
  segmentHolds: 'Allt det här ska stämma:',
  segmentCopies: (count: number, names: string) =>
    count === 1
      ? `Villkoren i ${names} kopieras hit: att ändra det segmentet senare ändrar inte det här.`
      : `Villkoren i ${names} kopieras hit: att ändra de segmenten senare ändrar inte det här.`,
  segmentShow: (name: string) => `Segment: ${name}. Visa villkoren`,
  segmentStop: (name: string) => `Sluta använda segmentet: ${name}`,
  segmentUnnamed: (id: number) => `Segment ${id}`,
  segmentUnread: 'Segmentets villkor kunde inte läsas just nu. Siffrorna är segmentets.',
  segmentEdit: 'Ändra filtren',
  segmentNotByChips: 'Det har villkor som filtren här inte kan uttrycka, så de kan bara ändras via API:et.',
  segmentEditing: (name: string) =>
    `Du ändrar segmentet ”${name}”. Siffrorna gäller filtren nedan; för alla andra är det som förut tills du sparar.`,
  segmentEditingGone:
    'Segmentet som du höll på att ändra finns inte längre. Filtren kan sparas som ett nytt.',
  segmentEditStop: 'Lämna det som det var',
  segmentGone: (count: number) =>
    count === 1
      ? 'Ett segment som adressen frågar efter finns inte längre, eller har aldrig funnits. Inga siffror visas: utan det skulle de gälla andra besök.'
      : `${count} segment som adressen frågar efter finns inte längre, eller har aldrig funnits. Inga siffror visas: utan dem skulle de gälla andra besök.`,
  segmentGoneName: (id: number) => `Segment ${id}, som inte finns längre`,
  segmentGoneHint:
    'Webbplatsen har inget sådant segment: någon har tagit bort det, eller så hör adressen till en annan webbplats.',
  segmentGoneDrop: (count: number) => (count === 1 ? 'Visa utan det' : 'Visa utan dem'),
  segmentRename: 'Byt namn',
  segmentRenameOf: (name: string) => `Byt namn på segmentet ${name}`,
  segmentRemoveOf: (name: string) => `Ta bort segmentet ${name}`,
  segmentReallyRemove: (name: string) =>
    `Ta bort segmentet ”${name}” för alla? Adresser som nämner det visar inga siffror längre. Delade länkar behåller sin kopia.`,
  segmentsNone: 'Det finns inga segment ännu. Filtrera statistiken och spara sedan filtren som ett.',
  segmentSaved: (name: string) => `Segmentet ”${name}” är sparat.`,
  conditionAll: (conditions: string) => `alla dessa (${conditions})`,
  conditionAny: (conditions: string) => `någon av dessa (${conditions})`,
  conditionNot: (condition: string) => `inte (${condition})`,
  conditionDone: (condition: string) => `minst en gång under besöket: ${condition}`,
  conditionNotDone: (condition: string) => `ingen gång under besöket: ${condition}`,
  conditionMindsCase: (condition: string) => `${condition} (med samma stora och små bokstäver)`,

  // Siffror och diagram
  figures: 'Periodens siffror',
  noComparison: 'inga tidigare data',
  same: 'oförändrat',
  points: (_count: number, shown: string) => `${shown} p.e.`,
  durationSeconds: (seconds: number) => `${seconds} s`,
  durationMinutes: (minutes: number, seconds: string) => `${minutes} min ${seconds} s`,
  durationHours: (hours: number, minutes: string) => `${hours} h ${minutes} min`,
  comparedDays: (legend: string, days: string) => `${legend}: ${days}`,
  interval: 'Intervall',
  showTable: 'Visa som tabell',
  hideTable: 'Dölj tabellen',
  table: 'Tabell',
  summedByDay: 'Besökare räknas per dag och läggs ihop.',
  stillCounting: 'räknas ännu',
  partOfBucket: 'bara delvis i perioden',
  weekOf: (day: string) => `Veckan från ${day}`,
  finding: (subject: string, highest: string, lowest: string) =>
    `${subject}: högst ${highest}, lägst ${lowest}.`,
  noData: 'Inga besök under perioden.',

  // Kort
  details: 'Detaljer',
  allRows: (total: string) => `Alla ${total}`,
  shareOfVisitors: 'Andel',
  visitorsUnit: (_count: number) => 'besökare',
  emptyPanel: 'Inget här under perioden.',
  filterBy: (value: string) => `Visa bara ${value}`,
  unfilter: (value: string) => `Visa inte längre bara ${value}`,
  excludeBy: (value: string) => `Utelämna ${value}`,
  excludeHint: 'Med Alt utelämnas den',
  propertyKey: 'Egenskap',
  propertyChoose: 'Visa dess värden',
  propertyLead: 'Händelser kan ha egenskaper. Vilken av dem?',
  onlyEea: 'Bara EU/EES',

  // Mål
  goals: 'Mål',
  goalsOf: (domain: string) => `Mål för ${domain}`,
  goalsLead:
    'Vad du vill att besökarna ska göra. När du lägger till ett mål räknar det även det som redan finns.',
  goalsNone:
    'Det finns inga mål ännu. Ett mål är något du vill att besökarna ska göra: en händelse som en beställning, en sida som /thanks eller att läsa en sida till ett visst djup. För varje mål räknas besökarna och deras andel av alla.',
  goalsOnlyRead: 'Webbplatsens redaktörer kan lägga till och ändra mål.',
  editGoals: 'Redigera mål',
  addGoal: 'Lägg till ett mål',
  changeGoal: (name: string) => `Ändra målet ${name}`,
  removeGoal: (name: string) => `Ta bort målet ${name}`,
  reallyRemoveGoal: (name: string) =>
    `Ta bort målet ${name}? Det som räknats finns kvar; det visas bara inte som ett mål.`,
  change: 'Ändra',
  goalKind: 'Vad som händer',
  goalKinds: {
    event: 'en händelse skickas',
    page: 'en sida visas',
    scroll: 'en sida läses till ett visst djup',
  },
  goalEvent: 'Händelse',
  goalEventHint: 'Dess namn så som webbplatsen skickar det, till exempel Order.',
  goalEventMissing: 'Skriv eller välj namnet på en händelse.',
  goalPage: 'Sida',
  goalPageHint:
    'En sökväg, till exempel /thanks. * står för vad som helst utan snedstreck, ** för vad som helst: /blog/**',
  goalPageMissing: 'Skriv eller välj en sida; den börjar med ett snedstreck, till exempel /thanks.',
  goalDepth: 'Läst till, procent av höjden',
  goalDepthWrong: 'Ange ett heltal från 1 till 100.',
  goalCurrency: 'Valuta (valfritt)',
  goalCurrencyHint: 'Till exempel EUR, om händelsen har belopp i flera valutor.',
  goalName: 'Namn (valfritt)',
  goalNameHint: 'Vad målet heter i statistiken.',
  goalNameTaken: (name: string) => `Ett annat mål heter redan ${name}. Ge det här ett eget namn.`,
  goalPageName: (page: string) => `Besök på ${page}`,
  // People type names again elsewhere: the blanks are those of a keyboard.
  goalScrollName: (percent: string, page: string) => `Skrollat ${percent} % av ${page}`,
  goalConditions: 'Bara med de här egenskaperna',
  goalConditionKey: (number: number) => `Egenskap ${number}`,
  goalConditionValue: (number: number) => `Värde för egenskap ${number}`,
  goalConditionAdd: 'Lägg till en egenskap',
  goalConditionRemove: (number: number) => `Ta bort egenskap ${number}`,
  goalConditionIncomplete: 'En egenskap behöver ett namn och ett värde.',
  goalConditionTwice: 'Varje egenskap kan krävas en gång.',
  goalPreview: (count: number, visitors: string) =>
    count === 1
      ? 'Det skulle ha räknat 1 besökare de senaste 30 dagarna.'
      : `Det skulle ha räknat ${visitors} besökare de senaste 30 dagarna.`,
  goalPreviewScroll:
    'Vad målet räknar visas när det är sparat: hur långt sidor lästs går bara att räkna med ett sparat mål.',
  goalPreviewWaiting: 'Här visas hur många besökare det skulle ha räknat de senaste 30 dagarna.',
  goalOfEvent: (event: string) => `Händelsen ${event}`,
  goalOfPage: (page: string) => `En visning av ${page}`,
  goalOfScroll: (percent: string, page: string) => `${page}, läst till ${percent} %`,
  goalCounted: (count: number, visitors: string) =>
    count === 1 ? '1 besökare de senaste 30 dagarna' : `${visitors} besökare de senaste 30 dagarna`,
  goalCountedWithMoney: (count: number, visitors: string, money: string) =>
    count === 1
      ? `1 besökare och ${money} de senaste 30 dagarna`
      : `${visitors} besökare och ${money} de senaste 30 dagarna`,
  goalSaved: (name: string) => `Målet ${name} är sparat.`,
  goalRemoved: (name: string) => `Målet ${name} är borttaget.`,

  // Trattar
  funnels: 'Trattar',
  funnelsOf: (domain: string) => `Trattar för ${domain}`,
  funnelsLead: 'Steg i ordning, och hur många som går vidare från det ena till det nästa.',
  funnelsNone:
    'Det finns inga trattar ännu. En tratt är en väg du hoppas på, till exempel från en produkt via varukorgen till beställningen: den visar i vilket steg besökare lämnar.',
  funnelsOnlyRead: 'Webbplatsens redaktörer kan lägga till och ändra trattar.',
  editFunnels: 'Redigera trattar',
  addFunnel: 'Lägg till en tratt',
  changeFunnel: (name: string) => `Ändra tratten ${name}`,
  removeFunnel: (name: string) => `Ta bort tratten ${name}`,
  reallyRemoveFunnel: (name: string) => `Ta bort tratten ${name}?`,
  showFunnel: (name: string) => `Visa tratten ${name} i statistiken`,
  funnel: 'Tratt',
  funnelName: 'Namn',
  funnelNameHint: 'Till exempel Från produkt till beställning.',
  funnelNameMissing: 'Ge tratten ett namn.',
  funnelWithin: 'Alla steg sker',
  funnelWithins: { visit: 'under ett besök', day: 'under en dag för en besökare' },
  funnelSteps: 'Steg i ordning',
  stepKind: 'Vad som händer',
  stepKinds: { page: 'Sida', event: 'Händelse', goal: 'Mål' },
  stepKindOf: (number: number) => `Typ av steg ${number}`,
  stepValueOf: (number: number) => `Steg ${number}`,
  stepGoalMissing: 'Välj ett mål.',
  stepGoalChoose: 'Välj ett mål',
  stepAdd: 'Lägg till ett steg',
  stepUp: (number: number) => `Flytta upp steg ${number}`,
  stepDown: (number: number) => `Flytta ner steg ${number}`,
  stepRemove: (number: number) => `Ta bort steg ${number}`,
  funnelSaved: (name: string) => `Tratten ${name} är sparad.`,
  funnelRemoved: (name: string) => `Tratten ${name} är borttagen.`,
  funnelOfVisits: 'Besök som gick igenom stegen i ordning, med eller utan andra sidor emellan.',
  funnelOfVisitors: 'Besökare som gick igenom stegen i ordning under en dag, summerade över dagarna.',
  funnelUnits: { visit: 'Besök', day: 'Besökare' },
  funnelUnitOf: { visit: (_count: number) => 'besök', day: (_count: number) => 'besökare' },
  funnelOfFirst: 'Av första steget',
  funnelOfBefore: 'Av föregående steg',
  funnelLost: 'Föll bort',
  funnelStayed: (share: string, lost: string) => `${share} av föregående steg; ${lost} föll bort`,
  funnelNobody: 'Ingen nådde det första steget under perioden.',

  // Vägar
  journeyAbout:
    'En väg visar steg för steg vart besök går vidare från en sida, en händelse eller ett mål, eller varifrån de kom.',
  journeyLead: 'Var börjar den?',
  journeyDirection: 'Riktning',
  journeyDirections: { next: 'Vad som följer', previous: 'Vad som kom före' },
  journeyShow: 'Visa',
  journeyStartOther: 'Börja någon annanstans',
  journeyStarts: 'Periodens sidor',
  journeyWay: 'Vägen hittills',
  journeyVisits: (_count: number, visits: string) => `${visits} besök`,
  journeyStepColumn: { next: 'Nästa steg', previous: 'Föregående steg' },
  journeyVisitsColumn: 'Besök',
  journeyShareColumn: 'Andel',
  journeyEnd: { next: 'Besöket slutade', previous: 'Besöket började här' },
  journeyFollow: (step: string) => `Gå vidare via ${step}`,
  journeyBack: (step: string) => `Tillbaka till ${step}`,
  journeyAll: (count: string) => `Alla ${count}`,
  journeyWithheld: (count: number, visits: string, least: number) =>
    count === 1
      ? `1 besök gick en annan väg. Vägar med färre än ${least} besök visas inte: de skulle avslöja enskilda personer.`
      : `${visits} besök gick andra vägar. Vägar med färre än ${least} besök visas inte: de skulle avslöja enskilda personer.`,
  journeyNobody: 'Inget besök under perioden kom hit.',
  journeyLongest: 'Det går inte att följa fler steg.',

  // Världskarta
  map: 'Besökare per land',
  mapHint: 'Piltangenterna går från land till land, Enter visar bara ett.',
  mapCountry: (name: string, _count: number, visitors: string) => `${name}: ${visitors} besökare`,
  mapLegend: (_count: number, most: string) => `0 till ${most} besökare`,
  mapSource: 'Karta: Natural Earth',
  unmappedVisitors: (count: number, visitors: string) =>
    count === 1
      ? 'En besökare från ett okänt land finns inte på kartan.'
      : `${visitors} besökare från okända länder finns inte på kartan.`,

  // Veckans timmar
  heat: 'När besöken sker',
  heatOf: (metric: string) => `${metric} efter veckodag och timme`,
  heatMean: (metric: string) => `${metric} per timme i genomsnitt.`,
  heatCell: (day: string, hour: string, value: string) => `Kl. ${hour} på ${day}ar: ${value}.`,
  heatBusiest: (day: string, hour: string, share: string) =>
    `Mest besök: ${day} kl. ${hour}, med ${share} av en vecka.`,
  heatClipped: 'De senaste 52 veckorna.',
  heatEmpty: 'Ingen kom under perioden.',

  // Vad som inte räknades
  notCountedTitle: 'Vad som inte räknades, och varför',
  notCountedToday: 'I dag',
  notKnown: 'inte känt',
  andMore: (names: string, count: number, others: string) =>
    `${names} och ${others} ${count === 1 ? 'annan' : 'andra'}`,

  // En hel lista
  searchList: 'Sök',
  sortBy: (column: string) => `Sortera efter ${column}`,
  sortedDown: 'störst först',
  sortedUp: 'minst först',
  rowRange: (from: string, to: string, total: string) => `${from}–${to} av ${total}`,
  noRowFound: (search: string) => `Inget innehåller ”${search}”.`,
  previousPage: 'Föregående rader',
  nextPage: 'Nästa rader',
  rowOnly: 'Bara',
  rowNot: 'Inte',

  // Ta med siffror
  takeAlong: (title: string) => `${title}: ta med`,
  asCsv: 'CSV',
  asJson: 'JSON',
  asPicture: 'Bild (PNG)',
  asRequest: 'Kopiera som API-anrop',
  requestCopied: 'Anropet är kopierat. Sätt in en nyckel där det står YOUR_KEY.',
  requestShown: 'Det går inte att kopiera här. Det här är anropet:',
  exportFailed: 'Det gick inte att ta med. Försök igen.',
  exportCut: (rows: string) => `Bara de första ${rows} raderna finns i filen.`,

  // För en skärm på väggen
  wall: 'Väggskärm',
  wallLeave: 'Lämna',
  wallFill: 'Helskärm',
  wallUpdated: (time: string) => `Senast hämtat kl. ${time}`,

  // Statistikens tangenter
  shortcuts: 'Kortkommandon',
  shortcutsOn: 'Kortkommandona fungerar',
  shortcutsRow: 'Tryck på en rad för att visa bara dess besök; med Alt utelämnas de.',
  earlierPeriod: 'En period tidigare',
  laterPeriod: 'En period senare',
  compareWith: 'Jämför med',
  compareChoose: (name: string) => `Jämförelse: ${name}. Välj en annan`,
  compareShort: 'mot',
  compareOwn: 'Jämför med egna datum',
  filterOrValue: 'Eller ett annat värde',
  addValue: 'Lägg till värdet',
  removeValue: (value: string) => `Ta bort ${value}`,
  filterChange: (filter: string) => `Ändra filtret: ${filter}`,
  matchesHint: 'Ett reguljärt uttryck enligt RE2, till exempel ^/blog/.',

  // Siffror att lita på
  exact: 'Exakt',
  exactHint: 'Varje händelse räknas. Inget är stickprov, uppskattat eller avrundat.',
  expiredBefore: (day: string) =>
    `Dagar före ${day} saknas här: deras händelser har gallrats, och summorna som sparats svarar inte på frågan.`,
  asTable: 'Tabell',

  // Fältet längst ner
  proof: 'Webbplatsens integritet',
  nothingStored: 'Inget sparas på enheter.',
  addressesCut: 'Adresser kapas till /24 · /48.',
  keyMelts: 'Dagens nyckel smälter om',
  keyMelted: 'Dagens nyckel smälter nu',
  keyHint: 'När dagen är slut förstörs dess nyckel, och besökarnas id kan aldrig skapas igen.',
  notCounted: (_count: number) => 'räknades inte i dag',
  why: 'varför',
  nothingDropped: 'Inget utelämnades i dag.',
  notesToday: 'Räknat, med en anmärkning',
  objectedNote: 'Besökare som tackat nej räknas inte, inte ens här.',
  geolocation: 'IP-geolokalisering av DB-IP',

  // Händelser på väg till databasen
  storageLate: (count: number, events: string, delay: string) =>
    count === 1
      ? `En händelse från de senaste ${delay} finns inte med i siffrorna ännu: databasen tar inte emot den just nu. Den är säker på disken och kommer att räknas.`
      : `${events} händelser från de senaste ${delay} finns inte med i siffrorna ännu: databasen tar inte emot dem just nu. De är säkra på disken och kommer att räknas.`,
  quarantined: (count: number, events: string) =>
    count === 1
      ? `${events} händelse de senaste 30 dagarna avvisades av databasen och lades åt sidan i journal/quarantine.jsonl. Loggen säger varför.`
      : `${events} händelser de senaste 30 dagarna avvisades av databasen och lades åt sidan i journal/quarantine.jsonl. Loggen säger varför.`,
  lostEvents: (count: number, events: string) =>
    `${events} ${count === 1 ? 'händelse de senaste 30 dagarna gick förlorad' : 'händelser de senaste 30 dagarna gick förlorade'}, eftersom disken skadade data eller databasen byttes mot en äldre. Loggen säger när.`,
}

export const PROVIDER_FAULT_WORDS: Dictionary['PROVIDER_FAULT_WORDS'] = {
  away: 'Inloggningstjänsten svarar inte. Försök igen om en stund.',
  denied: 'Inloggningstjänsten släppte inte in dig, eller så vände du om.',
  refused:
    'Svaret från inloggningstjänsten gick inte att lita på, så ingen loggades in. Försök igen; om det fortsätter, säg till den som driver installationen.',
  expired:
    'Inloggningen tog för lång tid, började i en annan webbläsare eller var redan använd. Logga in på nytt härifrån.',
  unverified:
    'Inloggningstjänsten uppger inte att din e-postadress är verifierad. Verifiera den där och försök igen.',
  unknown:
    'Det finns varken konto eller inbjudan för din e-postadress här. Be webbplatsens ägare att bjuda in dig.',
  other_account:
    'Kontot med din e-postadress är kopplat till någon annan hos inloggningstjänsten. Kontakta den som driver installationen.',
  busy: 'För många loggar in samtidigt, eller så har för många försök misslyckats i ditt nätverk. Försök igen om några minuter.',
}

export const AUDIT_WORDS: Dictionary['AUDIT_WORDS'] = {
  setup_link_made: 'skapade en installationslänk',
  set_up: 'tog Hanki i bruk',
  signed_in: 'loggade in',
  sign_in_failed: 'kunde inte logga in',
  signed_out: 'loggade ut',
  session_ended: 'loggade ut en webbläsare',
  password_changed: 'bytte lösenord',
  password_reset_made: 'skapade en länk för nytt lösenord',
  password_reset_asked: 'bad om en länk för nytt lösenord',
  second_factor_added: 'lade till tvåstegsverifiering',
  second_factor_removed: 'tog bort tvåstegsverifieringen',
  recovery_code_used: 'använde en återställningskod',
  provider_linked: 'loggade in med inloggningstjänsten för första gången',
  provider_unlinked: 'kopplade bort kontot från inloggningstjänsten',
  passkey_added: 'lade till en lösennyckel',
  passkey_renamed: 'bytte namn på en lösennyckel',
  passkey_removed: 'tog bort en lösennyckel',
  passkey_copied: 'nekades med en lösennyckel som verkar vara kopierad',
  accounts_read: 'tittade på kontona',
  operator_made: 'utsåg en driftansvarig',
  operator_unmade: 'tog bort en driftansvarig',
  account_removed: 'tog bort ett konto',
  invited: 'bjöd in',
  invitation_taken_back: 'tog tillbaka en inbjudan',
  joined: 'gick med',
  role_changed: 'ändrade en roll',
  person_removed: 'tog bort en person',
  left: 'lämnade',
  site_added: 'lade till en webbplats',
  site_renamed: 'bytte en webbplats domän',
  site_reset: 'lät en webbplats börja om',
  site_removed: 'tog bort en webbplats',
  keys_read: 'tittade på nycklarna',
  key_added: 'skapade en nyckel',
  key_revoked: 'återkallade en nyckel',
  share_links_read: 'tittade på länkarna',
  share_link_added: 'skapade en länk',
  share_link_revoked: 'återkallade en länk',
  share_link_opened: 'öppnade en länk',
  share_link_refused: 'kunde inte lösenordet till en länk',
  made_public: 'gjorde statistiken offentlig',
  made_private: 'gjorde statistiken privat',
  key_used: 'användes',
  settings_read: 'tittade på inställningarna',
  settings_changed: 'ändrade inställningarna',
  people_read: 'tittade på personerna',
  goal_saved: 'sparade ett mål',
  goal_removed: 'tog bort ett mål',
  segment_saved: 'sparade ett segment',
  segment_removed: 'tog bort ett segment',
  funnel_saved: 'sparade en tratt',
  funnel_removed: 'tog bort en tratt',
  annotation_saved: 'sparade en anteckning om en dag',
  annotation_removed: 'tog bort en anteckning om en dag',
  events_removed: 'tog bort händelser',
  erased: 'raderade från disken det som räknats för en webbplats',
  removals_read: 'tittade på borttagna händelser',
  audit_log_read: 'tittade i granskningsloggen',
  audit_log_exported: 'laddade ner granskningsloggen',
  statistics_exported: 'laddade ner statistik',
}

export const SCOPE_WORDS: Dictionary['SCOPE_WORDS'] = {
  'stats:read': 'läsa statistik',
  'events:write': 'skicka besökares händelser',
  'events:import': 'skicka äldre händelser',
  'sites:manage': 'ändra webbplatsen, dess mål och inställningar',
}

export const ROLE_WORDS: Dictionary['ROLE_WORDS'] = {
  viewer: { name: 'Läsare', allows: 'ser statistiken' },
  editor: { name: 'Redaktör', allows: 'redigerar även mål, trattar, segment och anteckningar om dagar' },
  admin: {
    name: 'Administratör',
    allows: 'ändrar även inställningar, bjuder in personer och tar bort händelser',
  },
  owner: { name: 'Ägare', allows: 'får göra allt och utser andra ägare' },
}

export const PERIOD_WORDS: Dictionary['PERIOD_WORDS'] = {
  today: 'I dag',
  yesterday: 'I går',
  '7d': 'Senaste 7 dagarna',
  '28d': 'Senaste 28 dagarna',
  '30d': 'Senaste 30 dagarna',
  '91d': 'Senaste 91 dagarna',
  month: 'Den här månaden',
  last_month: 'Förra månaden',
  year: 'I år',
  '12mo': 'Senaste 12 månaderna',
  all: 'All tid',
  custom: 'Egna datum',
}

export const PANEL_WORDS: Dictionary['PANEL_WORDS'] = {
  sources: 'Källor',
  pages: 'Sidor',
  locations: 'Platser',
  devices: 'Enheter',
  goals: 'Mål och händelser',
}

export const TAB_WORDS: Dictionary['TAB_WORDS'] = {
  sources: 'Källor',
  channels: 'Kanaler',
  referrers: 'Hänvisare',
  campaigns: 'Kampanjer',
  utm_source: 'UTM-källa',
  utm_medium: 'UTM-medium',
  utm_content: 'UTM-innehåll',
  utm_term: 'UTM-sökord',
  top: 'Populära',
  entry: 'Ingång',
  exit: 'Utgång',
  countries: 'Länder',
  regions: 'Regioner',
  cities: 'Städer',
  browsers: 'Webbläsare',
  browser_versions: 'Versioner',
  systems: 'System',
  system_versions: 'Versioner',
  devices: 'Enheter',
  goals: 'Mål',
  events: 'Händelser',
  properties: 'Egenskaper',
  funnels: 'Trattar',
  journeys: 'Vägar',
}

export const FIRST_OF_GROUP_WORDS: Dictionary['FIRST_OF_GROUP_WORDS'] = {
  campaigns: 'Kampanj',
  utm_source: 'Källa',
  utm_medium: 'Medium',
  utm_content: 'Innehåll',
  utm_term: 'Sökord',
  browsers: 'Namn',
  systems: 'Namn',
}

export const EMPTY_WORDS: Dictionary['EMPTY_WORDS'] = {
  campaigns: 'Inget besök hade en kampanj under perioden.',
  utm_source: 'Inget besök hade utm_source under perioden.',
  utm_medium: 'Inget besök hade utm_medium under perioden.',
  utm_content: 'Inget besök hade utm_content under perioden.',
  utm_term: 'Inget besök hade utm_term under perioden.',
  regions:
    'Ingen region är känd. Landsfilen som följer med Hanki har inga; HANKI_GEO_FILE anger en med städer.',
  cities: 'Ingen stad är känd. Landsfilen som följer med Hanki har inga; HANKI_GEO_FILE anger en med städer.',
  goals: 'Inget mål nåddes under perioden, eller så finns inga mål.',
  events: 'Inga egna händelser under perioden.',
  properties: 'Ingen händelse under perioden har egenskapen.',
}

export const COMPARISON_WORDS: Dictionary['COMPARISON_WORDS'] = {
  previous: {
    name: 'Föregående period',
    short: 'föregående',
    legend: 'Föregående',
    than: 'än under föregående period',
  },
  weekdays: {
    name: 'Föregående period, efter veckodag',
    short: 'veckodagar',
    legend: 'Föregående, efter veckodag',
    than: 'än under föregående period',
  },
  year: {
    name: 'Ett år tidigare',
    short: 'året före',
    legend: 'Ett år tidigare',
    than: 'än ett år tidigare',
  },
  custom: {
    name: 'Egna datum',
    short: 'egna datum',
    legend: 'Jämförelse',
    than: 'än under de jämförda dagarna',
  },
  none: { name: 'Ingenting', short: 'ingenting', legend: '', than: '' },
}

export const SHORTCUT_WORDS: Dictionary['SHORTCUT_WORDS'] = {
  help: 'Visa kortkommandon',
  earlier: 'En period tidigare',
  later: 'En period senare',
  custom: 'Egna datum',
  compare: 'Jämför med något annat',
  filter: 'Lägg till ett filter',
  clear: 'Rensa alla filter',
  table: 'Diagrammet som tabell',
  wall: 'Väggskärm',
}

export const INTERVAL_WORDS: Dictionary['INTERVAL_WORDS'] = {
  hour: { name: 'Timme', per: 'per timme' },
  day: { name: 'Dag', per: 'per dag' },
  week: { name: 'Vecka', per: 'per vecka' },
  month: { name: 'Månad', per: 'per månad' },
}

export const OPERATOR_WORDS: Dictionary['OPERATOR_WORDS'] = {
  is: 'är',
  is_not: 'är inte',
  contains: 'innehåller',
  contains_not: 'innehåller inte',
  matches: 'matchar',
  matches_not: 'matchar inte',
}

export const CHANGE_WORDS: Dictionary['CHANGE_WORDS'] = {
  visitors: { up: 'fler', down: 'färre' },
  visits: { up: 'fler', down: 'färre' },
  pageviews: { up: 'fler', down: 'färre' },
  events: { up: 'fler', down: 'färre' },
  percentage: { up: 'mer', down: 'mindre' },
  conversion_rate: { up: 'bättre', down: 'sämre' },
  group_conversion_rate: { up: 'bättre', down: 'sämre' },
  exit_rate: { up: 'sämre', down: 'bättre' },
  total_revenue: { up: 'mer', down: 'mindre' },
  average_revenue: { up: 'mer', down: 'mindre' },
  views_per_visit: { up: 'fler', down: 'färre' },
  bounce_rate: { up: 'sämre', down: 'bättre' },
  visit_duration: { up: 'längre', down: 'kortare' },
  time_on_page: { up: 'längre', down: 'kortare' },
  scroll_depth: { up: 'djupare', down: 'grundare' },
}

export const CHANNEL_WORDS: Dictionary['CHANNEL_WORDS'] = {
  'Cross-network': 'Flera nätverk',
  'Paid Shopping': 'Betald shopping',
  'Paid Search': 'Betald sökning',
  'Paid Social': 'Betalda sociala medier',
  'Paid Video': 'Betald video',
  Display: 'Displayannonser',
  'Paid Other': 'Annat betalt',
  'Organic Shopping': 'Organisk shopping',
  'Organic Social': 'Organiska sociala medier',
  'Organic Video': 'Organisk video',
  'AI Assistants': 'AI-assistenter',
  'Organic Search': 'Organisk sökning',
  Email: 'E-post',
  Affiliates: 'Affiliates',
  Audio: 'Ljud',
  SMS: 'Sms',
  'Mobile Push Notifications': 'Pushnotiser i mobilen',
  Referral: 'Hänvisning',
  Direct: 'Direkt',
}

export const DEVICE_WORDS: Dictionary['DEVICE_WORDS'] = {
  Desktop: 'Dator',
  Mobile: 'Mobil',
  Tablet: 'Surfplatta',
  TV: 'Tv',
  Console: 'Spelkonsol',
  Wearable: 'Kroppsnära enhet',
}

export const MISSING_WORDS: Dictionary['MISSING_WORDS'] = {
  'Direct / None': 'Direkt / ingen',
  '(not set)': '(okänt)',
  '(none)': '(inget)',
  '(other)': '(övrigt)',
}

export const DROP_REASON_WORDS: Dictionary['DROP_REASON_WORDS'] = {
  bot: { name: 'Bottar och sökrobotar', hint: 'Program som säger det eller beter sig så' },
  unknown_site: { name: 'Okänd webbplats', hint: 'Händelser för en domän som inte finns här' },
  unknown_hostname: {
    name: 'Okänt värdnamn',
    hint: 'Kodsnutten körs på en värd som inte hör till webbplatsen',
  },
  spam_referrer: { name: 'Hänvisningsspam', hint: 'Värdar som låtsas skicka besökare' },
  hosting_network: { name: 'Datacenternätverk', hint: 'Servrar som använder en webbläsares namn' },
  shield_hostname: { name: 'Din regel: värdnamn', hint: 'Utelämnat eftersom du ville det' },
  shield_page: { name: 'Din regel: sida', hint: 'Utelämnat eftersom du ville det' },
  shield_address: { name: 'Din regel: nätverk', hint: 'Utelämnat eftersom du ville det' },
  shield_country: { name: 'Din regel: land', hint: 'Utelämnat eftersom du ville det' },
  no_visit_for_engagement: {
    name: 'Inget öppet besök',
    hint: 'Lästid som kom efter att besöket hade avslutats',
  },
  prefetch: { name: 'Förhämtade sidor', hint: 'Webbläsaren läste in dem, ingen öppnade dem' },
  objected: { name: 'Besökare som tackat nej', hint: 'Räknas inte, inte ens här' },
}

export const NOTE_WORDS: Dictionary['NOTE_WORDS'] = {
  personal_data: {
    name: 'Personuppgifter borttagna',
    hint: 'Något i en sida, kampanj, ett namn eller en egenskap såg ut så',
  },
  too_many_values: { name: 'Samlat i ”(övrigt)”', hint: 'Fler olika värden än en dag får ha' },
  key_restarted: {
    name: 'Dagens nyckel skapad på nytt',
    hint: 'Efter en omstart av maskinen räknas dagens besökare igen',
  },
}

export const PLATFORM_WORDS: Dictionary['PLATFORM_WORDS'] = {
  html: { name: 'Vanlig HTML eller något annat', where: 'Lägg in det här i <head> på varje sida.' },
  wordpress: {
    name: 'WordPress',
    where:
      'Med ett tillägg som infogar kod, till exempel WPCode: Code Snippets, Header & Footer, Header. Eller i temats header.php, före </head>.',
  },
  shopify: {
    name: 'Shopify',
    where: 'Webbshop, Teman, Redigera kod: i theme.liquid, före </head>.',
  },
  nextjs: {
    name: 'Next.js',
    where: 'I app/layout.tsx, inuti <body>; med pages-routern i pages/_app.tsx.',
  },
  nuxt: { name: 'Nuxt', where: 'I nuxt.config.ts.' },
  sveltekit: { name: 'SvelteKit', where: 'I src/app.html, före %sveltekit.head%.' },
  astro: { name: 'Astro', where: 'I layoutens <head>.' },
  hugo: {
    name: 'Hugo',
    where: 'I layouts/partials/head.html, eller vad ditt tema kallar den, före </head>.',
  },
  webflow: { name: 'Webflow', where: 'Site settings, Custom code, Head code; publicera sedan.' },
  squarespace: { name: 'Squarespace', where: 'Settings, Advanced, Code Injection, Header.' },
  gtm: {
    name: 'Google Tag Manager',
    where:
      'En ny tagg av typen Custom HTML (Anpassad HTML), utlöst på alla sidor; publicera sedan behållaren.',
  },
}

export const TRACKED_WORDS: Dictionary['TRACKED_WORDS'] = {
  outbound: 'utgående länkar',
  downloads: 'nedladdningar',
  forms: 'skickade formulär',
  '404': 'sidor som saknas',
}

export const METRIC_WORDS: Dictionary['METRIC_WORDS'] = {
  visitors: {
    label: 'Besökare',
    definition:
      'Olika besökare för varje dag, summerade över periodens dagar. Ingen går att känna igen från en dag till nästa.',
  },
  visits: {
    label: 'Besök',
    definition:
      'Besök som började under perioden. Ett besök är slut efter 30 minuter utan händelser, eller vid midnatt.',
  },
  pageviews: {
    label: 'Sidvisningar',
    definition: 'Sidor som öppnats, även omladdningar och förflyttning inom en sida.',
  },
  events: { label: 'Händelser', definition: 'Sidvisningar och egna händelser.' },
  views_per_visit: { label: 'Sidor per besök', definition: 'Sidvisningar delat med besök.' },
  bounce_rate: {
    label: 'Avvisningsfrekvens',
    definition: 'Andelen besök med en enda sidvisning och ingen interaktiv egen händelse.',
  },
  visit_duration: {
    label: 'Besökslängd',
    definition: 'Genomsnittlig tid mellan ett besöks första och sista aktivitet, avvisningar inräknade.',
  },
  percentage: {
    label: 'Andel',
    definition: 'Radens besökare som andel av periodens alla besökare som passerar filtren.',
  },
  conversion_rate: {
    label: 'Konverteringsgrad',
    definition: 'Besökare som nådde målet som andel av alla besökare, räknade utan målet.',
  },
  group_conversion_rate: {
    label: 'Gruppens konverteringsgrad',
    definition: 'Radens besökare som nådde målet som andel av besökarna på samma rad.',
  },
  exit_rate: {
    label: 'Utgångsfrekvens',
    definition: 'Besök som slutade på sidan som andel av sidans visningar.',
  },
  total_revenue: {
    label: 'Intäkter',
    definition: 'Summan av pengarna i händelserna. Tomt om de hade flera valutor: summor görs per valuta.',
  },
  average_revenue: {
    label: 'Genomsnittlig intäkt',
    definition: 'Intäkterna delat med händelserna som hade någon.',
  },
  time_on_page: {
    label: 'Tid på sidan',
    definition:
      'Genomsnittlig tid som ett besök hade sidan synlig och i fokus, över besöken som tittade på den. Tomt där det inte mättes.',
  },
  scroll_depth: {
    label: 'Skrolldjup',
    definition:
      'Hur långt ner en sida sågs, i procent av dess höjd: genomsnittet av varje besöks djupaste punkt på sidan.',
  },
}

export const DIMENSION_WORDS: Dictionary['DIMENSION_WORDS'] = {
  'event:page': { label: 'Sida' },
  'event:name': { label: 'Händelse' },
  'event:goal': { label: 'Mål' },
  'event:hostname': { label: 'Värdnamn' },
  'visit:source': { label: 'Källa' },
  'visit:channel': { label: 'Kanal' },
  'visit:referrer': { label: 'Hänvisare' },
  'visit:utm_source': { label: 'UTM-källa' },
  'visit:utm_medium': { label: 'UTM-medium' },
  'visit:utm_campaign': { label: 'Kampanj' },
  'visit:utm_content': { label: 'UTM-innehåll' },
  'visit:utm_term': { label: 'UTM-sökord' },
  'visit:area': { label: 'Område' },
  'visit:country': { label: 'Land' },
  'visit:country_name': { label: 'Landets namn' },
  'visit:region': { label: 'Region' },
  'visit:region_name': { label: 'Regionens namn' },
  'visit:city': { label: 'Stad' },
  'visit:city_name': { label: 'Stadens namn' },
  'visit:language': { label: 'Språk' },
  'visit:browser': { label: 'Webbläsare' },
  'visit:browser_version': { label: 'Webbläsarversion' },
  'visit:os': { label: 'System' },
  'visit:os_version': { label: 'Systemversion' },
  'visit:device': { label: 'Enhet' },
  'visit:screen': { label: 'Skärm' },
  'visit:entry_page': { label: 'Ingångssida' },
  'visit:exit_page': { label: 'Utgångssida' },
  'visit:entry_page_hostname': { label: 'Ingångssidans värdnamn' },
  'visit:exit_page_hostname': { label: 'Utgångssidans värdnamn' },
}

export const SERVER_WORDS: Readonly<Record<ServerSentence, string>> = {
  'Something went wrong on the server. It has been logged; try again in a moment.':
    'Något gick fel på servern. Det har loggats; försök igen om en stund.',
  'The database does not answer at the moment. Try again in a few seconds.':
    'Databasen svarar inte just nu. Försök igen om några sekunder.',
  'This question takes too long. Ask for a shorter period, fewer dimensions or fewer filters.':
    'Frågan tar för lång tid. Välj en kortare period eller färre filter.',
  'There is no such site, or you may not see it.': 'Webbplatsen finns inte, eller så får du inte se den.',
  'Only those who run this installation may do this. Ask one of them.':
    'Bara driftansvariga får göra det här. Fråga någon av dem.',
  'Some fields need another look.': 'Se över de markerade fälten.',

  'The e-mail address or the password is wrong.': 'Fel e-postadress eller lösenord.',
  'Too many people sign in at once. Try again in a moment.':
    'För många loggar in samtidigt. Försök igen om en stund.',
  'Too many wrong tries. Wait # minute and try again.':
    'För många felaktiga försök. Vänta # minut och försök igen.',
  'Too many wrong tries. Wait # minutes and try again.':
    'För många felaktiga försök. Vänta # minuter och försök igen.',
  'Too many letters were asked for from your network. Wait # minute and try again.':
    'För många mejl har begärts från ditt nätverk. Vänta # minut och försök igen.',
  'Too many letters were asked for from your network. Wait # minutes and try again.':
    'För många mejl har begärts från ditt nätverk. Vänta # minuter och försök igen.',
  'A second factor is needed.': 'Det andra steget behövs.',
  'Type the six digits of your app, or a recovery code.':
    'Ange de sex siffrorna i din app, eller en återställningskod.',
  'Use a passkey, or type a recovery code.': 'Använd en lösennyckel eller ange en återställningskod.',
  'This code does not fit. Take the one that the app shows now.':
    'Koden stämmer inte. Ta den som appen visar nu.',
  'This does not fit. Use a passkey, or type a recovery code.':
    'Det stämmer inte. Använd en lösennyckel eller ange en återställningskod.',
  'You have codes from an app already. Take them away first.':
    'Du har redan koder från en app. Ta bort dem först.',
  'This is not your password.': 'Det här är inte ditt lösenord.',
  'This takes a sign-in of the last # minutes. Sign in again, then come back.':
    'Det här kräver en inloggning från de senaste # minuterna. Logga in igen och kom sedan tillbaka.',
  'Use at least # characters; a few words together are easy to remember.':
    'Använd minst # tecken; några ord tillsammans är lätta att minnas.',
  'Use at most # characters.': 'Använd högst # tecken.',
  'This password is among the first that others would try. Use a few words that only you would put together.':
    'Det här lösenordet hör till de första som andra skulle prova. Använd några ord som bara du skulle sätta ihop.',
  'Enter your e-mail address.': 'Ange din e-postadress.',
  'This is not an e-mail address. It looks like name@example.com.':
    'Det här är ingen e-postadress. En sådan ser ut som name@example.com.',
  'This session is over.': 'Sessionen är avslutad.',
  'This took too long. Sign in again from the start.': 'Det tog för lång tid. Börja om inloggningen.',
  'That took too long. Try again.': 'Det tog för lång tid. Försök igen.',
  'That took too long. Begin again.': 'Det tog för lång tid. Börja om.',
  'This passkey does not sign in here. Use another one, or your password.':
    'Den här lösennyckeln gäller inte här. Använd en annan, eller ditt lösenord.',
  'This passkey is not there any more.': 'Lösennyckeln finns inte längre.',
  'This passkey cannot be used here. Try another device, or another browser.':
    'Lösennyckeln kan inte användas här. Prova en annan enhet eller webbläsare.',
  'This passkey was added already.': 'Lösennyckeln är redan tillagd.',
  'You have # passkeys already. Take one away first.': 'Du har redan # lösennycklar. Ta bort en först.',
  'This set-up link is used up or too old. "npm run hanki -- setup-link" prints a new one while nobody has an account.':
    'Installationslänken är använd eller för gammal. ”npm run hanki -- setup-link” ger en ny så länge ingen har ett konto.',
  'This link is used up or too old. Whoever runs this installation makes a new one with "hanki user reset EMAIL".':
    'Länken är använd eller för gammal. Den som driver installationen skapar en ny med ”hanki user reset EMAIL”.',
  'This link is used up, too old or was replaced by a later one. Ask for a new one where you sign in, under "Forgotten your password?".':
    'Länken är använd, för gammal eller ersatt av en senare. Be om en ny där du loggar in, under ”Glömt lösenordet?”.',
  'If there is an account of this address, a letter is on its way to it, with a link that works for an hour.':
    'Om adressen har ett konto är ett mejl på väg dit, med en länk som fungerar i en timme.',
  'Hanki is not set up to send letters here. Ask whoever runs it for a link: "hanki user reset EMAIL" makes one.':
    'Hanki kan inte skicka mejl här. Be den som driver installationen om en länk: ”hanki user reset EMAIL” skapar en.',
  'This is your own account. Let another operator remove it.':
    'Det här är ditt eget konto. Låt en annan driftansvarig ta bort det.',
  'Nobody would be left who runs this installation. Make somebody else an operator first.':
    'Ingen driftansvarig skulle vara kvar. Utse någon annan först.',
  'There is no such account any more.': 'Kontot finns inte längre.',

  'This invitation is used up, too old or was taken back. Ask for a new one.':
    'Inbjudan är använd, för gammal eller tillbakatagen. Be om en ny.',
  'There is no such invitation any more.': 'Inbjudan finns inte längre.',
  'This person is a member already. Change the role in the list.':
    'Personen är redan med. Ändra rollen i listan.',
  'This person is no member of the site.': 'Personen är inte med på webbplatsen.',
  'Only owners change what owners are.': 'Bara ägare kan ändra ägare.',
  'Only owners make owners.': 'Bara ägare utser ägare.',
  'The site would have no owner. Make somebody else owner first.':
    'Webbplatsen skulle sakna ägare. Gör någon annan till ägare först.',

  'This site is tracked already.': 'Webbplatsen är redan tillagd.',
  'Only sites that are served over http or https can be tracked.':
    'Bara webbplatser på http eller https kan räknas.',
  'Enter one domain only, without spaces or commas.': 'Ange bara en domän, utan mellanslag eller komman.',
  'This looks like an e-mail address. Enter the domain of the site, such as example.com.':
    'Det här ser ut som en e-postadress. Ange webbplatsens domän, till exempel example.com.',
  'This is not a domain. Enter the host name of the site, such as example.com.':
    'Det här är ingen domän. Ange webbplatsens värdnamn, till exempel example.com.',
  'This time zone is unknown. Enter a name such as Europe/Helsinki or UTC.':
    'Tidszonen är okänd. Ange ett namn som Europe/Helsinki eller UTC.',
  'Some settings are wrong; nothing was changed.': 'Några inställningar är fel; inget ändrades.',
  'The annotation is wrong; nothing was changed.': 'Anteckningen är fel; inget ändrades.',
  'A site may have # annotations. Remove one first.': 'En webbplats kan ha # anteckningar. Ta bort en först.',
  'There may be # keys. Revoke one first.': 'Det får finnas # nycklar. Återkalla en först.',
  'There is no such key any more.': 'Nyckeln finns inte längre.',
  'A site may have # links. Revoke one first.': 'En webbplats kan ha # länkar. Återkalla en först.',
  'There is no such link any more.': 'Länken finns inte längre.',
  'This link is over, was revoked, or is incomplete. Ask for a new one.':
    'Länken har gått ut, återkallats eller är ofullständig. Be om en ny.',
  'Type the password that belongs to this link.': 'Ange länkens lösenord.',
  'This is not the password of this link.': 'Det här är inte länkens lösenord.',
  'A name is one line of at most # characters.': 'Ett namn är en rad på högst # tecken.',
  'There are no public statistics at this address, or they are not public any more.':
    'Det finns ingen offentlig statistik på den här adressen, eller så är den inte offentlig längre.',
  'The segment is wrong; nothing was changed.': 'Segmentet är fel; inget ändrades.',
  'A site may have # segments. Remove one first.': 'En webbplats kan ha # segment. Ta bort ett först.',
  'The site has no such segment.': 'Webbplatsen har inget sådant segment.',
  'A link cannot be limited to a segment that asks for goals, since these can be changed later. Use event:page or event:name.':
    'Ett segment som frågar efter mål kan inte väljas, eftersom mål kan ändras senare. Välj ett som frågar efter sidor eller händelser.',
  'Give at most # origins.': 'Ange högst # adresser.',
  'A site may have # goals. Remove one first.': 'En webbplats kan ha # mål. Ta bort ett först.',
  'The site has no goal of this name.': 'Webbplatsen har inget mål med det namnet.',
  'The funnel "#" has this goal as a step. Change the funnel first.':
    'Målet är ett steg i tratten ”#”. Ändra tratten först.',
  'A site may have # funnels. Remove one first.': 'En webbplats kan ha # trattar. Ta bort en först.',
  'The site has no such funnel.': 'Tratten finns inte längre.',

  'must be a host name such as shop.example.net': 'är inget värdnamn, till exempel shop.example.net.',
  'must begin with "/", such as /orders/*/pay': 'börjar inte med ”/”, till exempel /orders/*/pay.',
  'must be the name of a query parameter, such as q': 'är inget namn på en frågeparameter, till exempel q.',
  'must be a country code of two letters, such as FI':
    'är ingen landskod med två bokstäver, till exempel FI.',
  'must be an address or a network such as 192.0.2.0/24 or 2001:db8::/32':
    'är varken adress eller nätverk, till exempel 192.0.2.0/24 eller 2001:db8::/32.',
  'must be a day, such as 2026-11-24': 'En dag skrivs som 2026-11-24.',
  'must not be empty': 'får inte vara tomt',
  'must hold at least one filter': 'Lägg till minst ett filter.',
  'must not hold control characters': 'får inte innehålla styrtecken',
  'may have at most # characters': 'får ha högst # tecken',
  'has a *: name every origin, such as https://www.example.com.':
    'innehåller *. Ange varje adress för sig, till exempel https://www.example.com.',
  'is no origin. Write https:// and the host, such as https://example.com.':
    'duger inte. Skriv https:// och värdnamnet, till exempel https://example.com.',
  'is not safe: write https://. Plain http:// is for localhost only.':
    'är inte säker: skriv https://. Bara localhost får ha http://.',
  'is more than an origin. Write "#".': 'är för lång. Skriv ”#”.',
  'has a host that browsers would not take. Write it as in the address bar.':
    'har ett värdnamn som webbläsare inte godtar. Skriv det som i adressfältet.',
  'is a page view: use the goal_type "page" with a page_path such as "/**"':
    'Det här är en sidvisning. Välj att en sida visas, till exempel /**.',
  'is not an event of its own: use the goal_type "scroll"':
    'Det här är ingen egen händelse. Välj att en sida läses till ett visst djup.',
  'is not an event of its own: use the step_type "page"':
    'Det här är ingen egen händelse. Välj en sida som steg.',
  'must be a currency code of ISO 4217, such as EUR': 'Ange en valutakod, till exempel EUR.',
  'may have at most # wildcards': 'får ha högst # jokertecken',
  'is the name of another goal': 'Ett annat mål har redan det namnet.',
  'is no goal of the site': 'Webbplatsen har inget sådant mål.',
}
