import type { ServerSentence } from '../lib/server-sentences.ts'
import type { Dictionary } from './dictionary.ts'

export const LOCALE: Dictionary['LOCALE'] = 'fi'

export const WORDS: Dictionary['WORDS'] = {
  product: 'Hanki',
  skipToContent: 'Siirry tilastoihin',
  skipToForm: 'Siirry lomakkeeseen',
  loading: 'Ladataan',
  retry: 'Yritä uudelleen',
  close: 'Sulje',
  unreachable: 'Palvelin ei vastaa. Tarkista, että se on käynnissä ja että tämä laite on verkossa.',
  strangeAnswer: (status: number) => `Palvelin antoi vastauksen, jota tämä sivu ei ymmärrä (${status}).`,
  failed: 'Lataaminen ei onnistunut.',
  language: 'Kieli',
  chooseLanguage: (name: string) => `Kieli: ${name}. Vaihda`,
  stale: (time: string) => `Palvelin ei vastaa. Luvut ovat kello ${time} haettuja; yritetään uudelleen.`,
  updated: (count: number, visitors: string, period: string) =>
    `Päivitetty: ${visitors} ${count === 1 ? 'kävijä' : 'kävijää'}, ${period}.`,
  labelled: (label: string, text: string) => `${label}: ${text}`,
  listed: (said: string, more: string) => `${said}; ${more}`,
  quoted: (text: string) => `”${text}”`,
  entryFault: (entry: string, fault: string) => `”${entry}” ${fault}`,

  // Kirjautuminen
  signInTitle: 'Kirjaudu sisään',
  signInLead: 'Tilastosi pysyvät omalla palvelimellasi.',
  email: 'Sähköposti',
  password: 'Salasana',
  signIn: 'Kirjaudu sisään',
  signOut: 'Kirjaudu ulos',
  signedInAs: 'Kirjautuneena',
  signInWith: (provider: string) => `Kirjaudu palvelulla ${provider}`,
  signInOnlyLead: 'Tilastosi pysyvät omalla palvelimellasi. Täällä ei käytetä salasanoja.',
  signInAgain: 'Aloita kirjautuminen alusta',
  providerCodeLead: 'Tililläsi on kaksivaiheinen kirjautuminen: jatka antamalla toinen vaihe.',
  sessionOver: 'Istuntosi päättyi. Kirjaudu sisään, niin jatkat siitä, mihin jäit.',
  noUserYet: 'Täällä ei ole vielä yhtään tiliä.',
  noUserYetHelp:
    'Avaa käyttöönottolinkki, joka tulostui Hankin käynnistyessä. Uuden linkin saat tällä komennolla samassa paikassa:',
  setupLinkCommand: 'npm run hanki -- setup-link',
  emailMissing: 'Anna sähköpostiosoitteesi.',
  emailFormat: 'Tämä ei näytä sähköpostiosoitteelta, kuten maija@example.fi.',
  passwordMissing: 'Anna salasanasi.',

  // Käyttöönotto
  setupTitle: 'Tervetuloa Hankiin',
  setupLead: 'Luo tilisi. Se tallennetaan vain tälle palvelimelle.',
  setupAction: 'Luo tili',
  passwordHint: (least: number) =>
    `Vähintään ${least} merkkiä. Lause, jonka vain sinä keksisit, toimii hyvin.`,
  passwordTooShort: (least: number, length: number) =>
    `Käytä vähintään ${least} merkkiä; tässä on ${length}.`,
  setupNoToken: 'Osoitteesta puuttuu kertakäyttöinen tunniste.',
  setupLinkOver: 'Käyttöönottolinkki on jo käytetty tai yli 15 minuuttia vanha.',
  setupNewLink: 'Niin kauan kuin kenelläkään ei ole tiliä, uuden linkin saat näin:',
  setupHasAccount: 'Onko sinulla jo tili?',

  // Sivustot
  newSiteTitle: 'Lisää sivusto',
  newSiteLead: 'Minkä sivuston käynnit haluat laskea?',
  domain: 'Verkkotunnus',
  domainHint: 'Ilman alkuja https:// ja www., esimerkiksi example.fi',
  domainMissing: 'Anna sivustosi verkkotunnus, esimerkiksi example.fi.',
  timezone: 'Aikavyöhyke',
  timezoneHint: 'Sivuston vuorokausi vaihtuu tämän mukaan. Kävijätunnisteet eivät elä sitä pidempään.',
  timezoneUnknown: 'Valitse aikavyöhyke luettelosta, esimerkiksi Europe/Helsinki.',
  addSite: 'Lisää sivusto',
  addAnotherSite: 'Lisää sivusto',
  sites: 'Sivustot',
  allSites: 'Kaikki sivustot',
  findSite: 'Etsi sivustoa',
  noSiteFound: (wanted: string) => `Minkään sivuston verkkotunnuksessa ei ole tekstiä ”${wanted}”.`,
  visitorsToday: (count: number) => (count === 1 ? 'kävijä tänään' : 'kävijää tänään'),
  sinceSameDay: 'kuin viikko sitten tähän aikaan',
  lastSevenDays: (days: string) => `Seitsemän viime päivän kävijät, tämä päivä viimeisenä: ${days}`,
  pin: (domain: string) => `Näytä ${domain} ensimmäisenä`,

  // Päivien muistiinpanot
  annotations: 'Päivien muistiinpanot',
  addAnnotation: 'Lisää muistiinpano päivälle',
  annotationDay: 'Päivä',
  annotationText: 'Mitä tapahtui',
  disturbed: 'Laskenta häiriintyi',
  keyRestarted: (day: string) =>
    `${day}: päivän avain luotiin uudelleen, joten sekä ennen että jälkeen käyneet lasketaan kahdesti.`,
  wasAway: (from: string, until: string) =>
    `Hanki ei ollut käynnissä ${from} – ${until}: sinä aikana ei laskettu mitään.`,
  removeAnnotation: (text: string) => `Poista muistiinpano ”${text}”`,

  // Mitä lasketaan
  counting: 'Mitä lasketaan',
  countingOf: (domain: string) => `Mitä lasketaan: ${domain}`,
  countingLead: 'Koskee tapahtumia tästä eteenpäin; jo lasketut eivät muutu.',
  someWrong: 'Mitään ei tallennettu: tarkista yllä merkityt kohdat.',
  hostnames: 'Sivuston muut isäntänimet',
  hostnamesHint: (domain: string) =>
    `Tunnuksen ${domain} ja sen alitunnusten (.${domain}) lisäksi. Yksi riville.`,
  leftOut: 'Jätetään pois',
  shieldNetworks: 'Verkot ja osoitteet',
  shieldNetworksHint: 'Esimerkiksi toimistosi: 192.0.2.0/24, 2001:db8::/32 tai yksi osoite. Yksi riville.',
  shieldPages: 'Sivut',
  shieldPagesHint: 'Esimerkiksi /admin/** tai /*/draft. Yksi riville.',
  shieldHostnames: 'Isäntänimet',
  shieldHostnamesHint: 'Esimerkiksi staging.example.com. Yksi riville.',
  shieldCountries: 'Maat',
  shieldCountriesHint: 'Kaksikirjaimiset tunnukset, esimerkiksi SE. Yksi riville.',
  countHosting: 'Laske myös konesaleista tulevat tapahtumat',
  pagesTitle: 'Sivut',
  foldSlash: '/prices/ ja /prices ovat sama sivu',
  maskTokens: 'Korvaa polkujen tunnisteet ja avaimet merkillä *',
  masks: 'Mallit, joista kukin on yksi sivu',
  masksHint: 'Esimerkiksi /orders/*/pay: kaikki sen kattamat sivut lasketaan sen nimellä. Yksi riville.',
  keepParameters: 'Sivuun kuuluvat kyselyparametrit',
  keepParametersHint:
    'Esimerkiksi q tai category. Kaikki muut pudotetaan ennen kuin mitään kirjoitetaan. Yksi riville.',
  visitorsTitle: 'Kävijät',
  precision: 'Mistä kävijät erotetaan toisistaan',
  precisions: {
    full: 'Koko osoitteen tiivisteestä: noin 1 % liian vähän',
    network: 'Vain verkosta: tiukempi, mutta selvästi liian vähän',
  },
  referrers: 'Säilytä tieto siitä, miltä sivustolta kävijät tulivat',

  // Sivuston asetukset
  settings: 'Asetukset',
  settingsOf: (domain: string) => `Asetukset: ${domain}`,
  renameHint:
    'Luvut säilyvät, vaikka verkkotunnus vaihtuu. Vanhaa tunnusta käyttävät sivut lasketaan vielä 72 tunnin ajan.',
  formerDomain: (domain: string, until: string) => `${domain} lasketaan tähän sivustoon ${until} saakka.`,
  moveHint: 'Uusi aikavyöhyke alkaa seuraavasta keskiyöstä; päättyneet päivät pitävät omansa.',
  nextTimezone: (now: string, next: string, from: string) => `Nyt ${now}, ${from} alkaen ${next}.`,
  save: 'Tallenna',
  saved: 'Tallennettu.',
  endTitle: 'Aloita alusta tai lopeta',
  endLead:
    'Alusta aloittaminen poistaa kaiken lasketun; asetukset, tavoitteet, ihmiset ja avaimet säilyvät. Sivuston poistaminen lopettaa myös laskennan. Kumpaakaan ei voi perua.',
  typeDomain: (domain: string) => `Vahvista kirjoittamalla ${domain}`,
  resetSite: 'Poista kaikki luvut',
  siteIsReset: 'Laskenta alkaa alusta. Vanhat luvut poistuvat muutamassa minuutissa.',
  deleteSite: 'Poista sivusto',
  switchSite: (domain: string) => `Sivusto: ${domain}. Vaihda sivustoa`,

  // Ensimmäistä tapahtumaa odotellessa
  waitingTitle: (domain: string) => `Lisää tämä sivustolle ${domain}`,
  waitingLead: 'Se tulee jokaisen sivun head-osaan eikä tallenna mitään kävijöiden laitteille.',
  snippet: 'Koodi',
  copy: 'Kopioi',
  copied: 'Kopioitu',
  copyFailed: 'Valitse rivi ja kopioi se.',
  waiting: 'Odotetaan ensimmäistä tapahtumaa…',

  // Koodin asentaminen
  install: 'Seurantakoodi',
  installOn: (domain: string) => `Seurantakoodi: ${domain}`,
  platform: 'Millä sivusto on tehty?',
  alsoCount: 'Laske sivunäyttöjen lisäksi',
  hashPages: '#-merkin takana olevat sivut',
  eventsArrive: 'Sivuston tapahtumat tulevat perille.',
  findSilence:
    'Mitään ei ole vielä tullut. Avaa sivustosi sivu toisessa välilehdessä; tämä näkymä huomaa sen itsestään.',
  findOtherHosts: (hosts: string, domain: string) =>
    `Tapahtumia tuli osoitteesta ${hosts}, joka ei ole ${domain} eikä sen alla. Jos se kuuluu sivustoon, lisää se kohdassa ”Mitä lasketaan”.`,
  findShielded: 'Tapahtumia tuli, mutta oma sääntösi jätti ne pois. Tarkista, mitä jätät laskematta.',
  findOnlyBots: (names: string) =>
    `Toistaiseksi on tullut vain ohjelmia (${names}). Avaa sivu itse tavallisessa selaimessa.`,
  findOnlyDataCentres: (names: string) =>
    `Tapahtumia on tullut vain konesaleista (${names}): palvelimelta, pilvitestistä tai VPN-yhteydestä. Avaa sivu ilman niitä.`,
  findUnknownSite: (count: number, domain: string) =>
    `${count === 1 ? 'Viime tunnin aikana tuli tapahtuma' : `Viime tunnin aikana tuli ${count} tapahtumaa`} verkkotunnukselta, jota ei ole lisätty tänne. Vertaa data-domain-arvoa tunnukseen ${domain}.`,
  findUnknownProxy:
    'Hankin edessä oleva välityspalvelin välittää pyyntöjä, mutta sen ilmoittamiin osoitteisiin ei luoteta: kaikki kävijät näyttävät yhdeltä. Lisää sen verkko asetukseen HANKI_TRUSTED_PROXIES.',
  nothingArrives: 'Eikö mitään tule?',
  causePublished:
    'Onko sivu julkaistu koodin kanssa? Katso sivun lähdekoodia; välimuisti voi näyttää vanhan version.',
  causeBlocker: 'Estääkö selaimesi sen? Kokeile toista selainta tai ikkunaa ilman laajennuksia.',
  causeObjection:
    'Lähettääkö selaimesi Global Privacy Control- tai Do Not Track -tiedon? Silloin sinua ei lasketa, kuten ei muitakaan kieltäytyneitä.',
  causePolicy: 'Onko sivulla Content Security Policy? Siinä pitää olla nämä:',
  causeDomain: (domain: string) =>
    `Onko data-domain-arvona ${domain}, ja onko sivu tällä isännällä tai sen alla?`,
  firstEvent: 'Ensimmäinen tapahtuma saapui.',
  excludeTitle: 'Jätä tämä selain pois',
  excludeLead:
    'Omia käyntejäsi ei tarvitse laskea. Sivustosi avautuu toiseen välilehteen ja kysyy, jätetäänkö tämä selain pois tai lasketaanko se taas, jos se oli jätetty pois. Sitä varten selaimeen tallentuu eväste enintään 13 kuukaudeksi; Safari unohtaa sen viikossa.',
  excludeOpen: (domain: string) => `Kysy sivustolla ${domain}`,

  // Oma tili
  yourAccount: 'Oma tili',
  sessions: 'Kirjautuneet selaimet',
  unknownBrowser: 'Tuntematon selain',
  thisBrowser: 'tämä',
  signedInSince: (day: string) => `${day} alkaen`,
  endSession: 'Kirjaa ulos',
  endSessionOf: (client: string, day: string) => `Kirjaa ulos ${client}, ${day} alkaen`,
  endOthers: 'Kirjaa kaikki muut ulos',
  changePassword: 'Vaihda salasana',
  provider: 'Kirjautumispalvelu',
  providerLinked: (name: string) => `Yhdistetty: voit kirjautua palvelulla ${name}.`,
  providerNotLinked: (name: string) =>
    `Ei yhdistetty. Yhteys syntyy, kun kirjaudut palvelulla ${name} tämän tilin sähköpostiosoitteella.`,
  providerUnlink: 'Poista yhteys',
  providerNoPassword:
    'Tililläsi ei ole salasanaa; ylläpitäjä voi luoda linkin sen valitsemiseen: hanki user reset EMAIL',
  presentPassword: 'Nykyinen salasana',
  newPassword: 'Uusi salasana',
  passwordChanged: 'Salasanasi on vaihdettu, ja kaikki muut selaimet on kirjattu ulos.',

  // Uusi salasana linkillä
  resetTitle: 'Valitse uusi salasana',
  resetLead: 'Kaikki vanhalla salasanalla kirjautuneet selaimet kirjataan ulos.',
  resetDone: 'Salasanasi on vaihdettu. Kirjaudu sillä sisään.',
  forgottenTitle: 'Unohditko salasanasi?',
  forgottenLead: 'Anna tilisi sähköpostiosoite. Saat viestin, jossa on linkki uuden salasanan valitsemiseen.',
  forgottenSend: 'Lähetä viesti',
  toSignIn: 'Kirjautumiseen',
  forgotPassword: 'Unohditko salasanasi? Ylläpitäjä voi luoda linkin: hanki user reset EMAIL',

  // Kaksivaiheinen kirjautuminen
  code: 'Koodi',
  codeHint: 'Sovelluksen kuusi numeroa tai palautuskoodi.',
  recoveryCode: 'Palautuskoodi',
  secondFactor: 'Kaksivaiheinen kirjautuminen',
  secondFactorOff: 'Pois käytöstä: kirjautumiseen riittää salasana.',
  secondFactorOffProvider: 'Pois käytöstä: kirjautumispalvelu päättää yksin, pääsetkö sisään.',
  firstPassword: 'salasanan',
  firstProvider: 'kirjautumispalvelun',
  secondFactorOn: (first: string) =>
    `Käytössä: ${first} jälkeen kirjautumiseen tarvitaan koodi sovelluksestasi.`,
  secondFactorByPasskey: (first: string) =>
    `Käytössä: ${first} jälkeen kirjautumiseen tarvitaan pääsyavain tai palautuskoodi.`,
  secondFactorByBoth: (first: string) =>
    `Käytössä: ${first} jälkeen kirjautumiseen tarvitaan koodi sovelluksestasi tai pääsyavain.`,
  secondFactorNeeded:
    'Täällä vaaditaan kaksivaiheinen kirjautuminen. Jatka lisäämällä sovelluksen koodit tai pääsyavain.',
  recoveryCodesLeft: (count: number) =>
    count === 1 ? 'Yksi palautuskoodi on jäljellä.' : `${count} palautuskoodia on jäljellä.`,
  secondFactorAdd: 'Ota kaksivaiheinen kirjautuminen käyttöön',
  secondFactorScan: 'Kuvaa tämä todennussovelluksella tai kirjoita avain siihen:',
  secondFactorKey: 'Avain',
  secondFactorPicture: 'Avaimen QR-koodi',
  secondFactorConfirm: 'Vahvista',
  recoveryCodes:
    'Säilytä nämä palautuskoodit siellä, missä salasanasikin. Kukin toimii kerran, kun sovellus tai pääsyavain ei ole käsillä; niitä ei näytetä uudelleen:',
  secondFactorRemove: 'Poista käytöstä',
  secondFactorAddCodes: 'Lisää sovelluksen koodit',
  secondFactorRemoveCodes: 'Poista sovelluksen koodit',
  cancel: 'Peruuta',

  // Pääsyavaimet
  passkeys: 'Pääsyavaimet',
  passkeysLead:
    'Pääsyavain on puhelimessasi, tietokoneessasi tai turva-avaimessa. Sillä kirjaudut ilman salasanaa, kun laite on varmistanut, että se olet sinä.',
  passkeysOnlyLead:
    'Pääsyavain on puhelimessasi, tietokoneessasi tai turva-avaimessa. Kirjautumispalvelun jälkeen se korvaa koodin, kun laite on varmistanut, että se olet sinä.',
  passkeySignIn: 'Kirjaudu pääsyavaimella',
  passkeyUse: 'Käytä pääsyavainta',
  passkeyAdd: 'Lisää pääsyavain',
  passkeyName: 'Pääsyavaimen nimi',
  passkeyNameHint: 'Esimerkiksi Puhelin tai Sininen avain. Muuten nimeksi tulee tämä selain.',
  passkeyAdded: (day: string) => `lisätty ${day}`,
  passkeyUsed: (day: string) => `käytetty viimeksi ${day}`,
  passkeyUnused: 'ei vielä käytetty',
  passkeyRename: 'Nimeä uudelleen',
  passkeyRenameOf: (name: string) => `Nimeä uudelleen pääsyavain ${name}`,
  passkeyRemove: 'Poista',
  passkeyRemoveOf: (name: string) => `Poista pääsyavain ${name}`,
  passkeyRemoveTitle: (name: string) => `Poista ${name}`,
  passkeyRemoveHint: 'Poista se myös laitteestasi, tai laite tarjoaa sitä jatkossakin.',
  passkeysNowhere:
    'Pääsyavaimet toimivat, kun Hankiin pääsee HTTPS-yhteydellä nimetystä osoitteesta. Ylläpitäjä asettaa sen: HANKI_PUBLIC_URL.',
  passkeysElsewhere: 'Pääsyavaimet toimivat vain tässä osoitteessa:',
  passkeysUnknown: 'Tämä selain ei tue pääsyavaimia.',
  passkeyNotShown: 'Pääsyavainta ei käytetty: ikkuna suljettiin tai aika loppui.',
  passkeyThere: 'Tällä laitteella on jo tämän tilin pääsyavain.',
  passkeyFailed: 'Pääsyavain ei toiminut tässä selaimessa. Yritä uudelleen tai toisella laitteella.',

  // Asennuksen tilit
  accounts: 'Tilit',
  accountsLead:
    'Kaikki, joilla on täällä tili. Ylläpitäjät huolehtivat asennuksesta: he lisäävät sivustoja ja ovat jokaisen omistajia.',
  accountSince: (day: string) => `${day} alkaen`,
  hasSecondFactor: 'kaksivaiheinen kirjautuminen',
  hasNoSecondFactor: 'ei kaksivaiheista kirjautumista',
  operator: 'Ylläpitäjä',
  reallyRemoveAccount: (email: string) =>
    `Poistetaanko tili ${email}? Henkilön luomat avaimet ja linkit lakkaavat toimimasta.`,

  // Sivuston ihmiset
  people: 'Ihmiset',
  peopleOf: (domain: string) => `Ihmiset: ${domain}`,
  peopleLead: 'Ketkä saavat nähdä nämä tilastot, kukin omalla tunnuksellaan ja salasanallaan.',
  you: 'sinä',
  roleOf: (email: string) => `Rooli: ${email}`,
  role: 'Rooli',
  removePerson: (email: string) => `Poista ${email}`,
  remove: 'Poista',
  leaveSite: 'Poistu',
  reallyRemove: (email: string, domain: string) =>
    `Poistetaanko ${email} sivustolta ${domain}? Pääsy päättyy heti.`,
  reallyLeave: (domain: string) => `Poistutko sivustolta ${domain}? Pääsysi päättyy heti.`,
  invitations: 'Kutsutut',
  invitedUntil: (day: string) => `${day} saakka`,
  takeBack: 'Peru kutsu',
  takeBackFrom: (email: string) => `Peru kutsu: ${email}`,
  inviteTitle: 'Kutsu joku',
  invite: 'Kutsu',
  invitationLink: (email: string) =>
    `Lähetä tämä linkki osoitteeseen ${email}. Se näytetään kerran ja toimii kerran viikon kuluessa:`,
  invitationMailed: (email: string) => `Viesti on matkalla osoitteeseen ${email}.`,
  invitationMailedLink:
    'Jos viesti ei tule perille, tässä on sen linkki. Se näytetään kerran ja toimii kerran viikon kuluessa:',
  invitationLinkFor: (email: string) => `Linkki: ${email}`,
  toStatistics: 'Tilastoihin',

  // Ohjelmien avaimet
  keys: 'API-avaimet',
  keysOf: (domain: string) => `API-avaimet: ${domain}`,
  keysLead: 'Ohjelmille, jotka kysyvät tämän sivuston tilastoja tai lähettävät sille tapahtumia.',
  noKeys: 'Avaimia ei ole vielä.',
  keyMadeBy: (email: string) => (email === '' ? 'luotu komentorivillä' : `luonut ${email}`),
  keyUntil: (day: string) => `${day} saakka`,
  keyWithoutEnd: 'toistaiseksi',
  keyIsOver: 'ei enää voimassa',
  revoke: 'Mitätöi',
  revokeKey: (name: string) => `Mitätöi ${name}`,
  reallyRevoke: (name: string) => `Mitätöidäänkö ${name}? Sitä käyttävät ohjelmat eivät enää saa vastausta.`,
  makeKeyTitle: 'Luo avain',
  makeKey: 'Luo avain',
  keyName: 'Mihin sitä käytetään?',
  keyNameHint: 'Esimerkiksi ohjelman nimi.',
  keyScopes: 'Se saa',
  keyNeedsScope: 'Valitse, mitä avaimella saa tehdä.',
  keyLife: 'Voimassa',
  keyLives: { 30: '30 päivää', 90: '90 päivää', 365: 'vuoden', 0: 'toistaiseksi' },
  keyShownOnce: 'Kopioi avain nyt: sitä ei näytetä uudelleen.',

  // Linkit tilastoihin
  sharing: 'Jakaminen',
  sharingOf: (domain: string) => `Jakaminen: ${domain}`,
  sharingLead: 'Näin tämän sivuston tilastot, eikä mitään muuta, näkee ilman tiliä.',
  noLinks: 'Linkkejä ei ole vielä.',
  linkHasPassword: 'salasanalla suojattu',
  linkMadeBy: (email: string) => (email === '' ? 'ohjelman luoma' : `luonut ${email}`),
  reallyRevokeLink: (name: string) => `Mitätöidäänkö ${name}? Linkistä ei enää näe mitään.`,
  makeLinkTitle: 'Luo linkki',
  makeLink: 'Luo linkki',
  linkName: 'Kenelle se on?',
  linkNameHint: 'Esimerkiksi hallitus tai toimisto.',
  linkPassword: 'Salasana (valinnainen)',
  linkPasswordHint: 'Vähintään 12 merkkiä. Kerro se muuta kautta kuin linkki.',
  linkShownOnce: 'Kopioi linkki nyt: sitä ei näytetä uudelleen.',
  linkFrame: 'Jos haluat näyttää tilastot omalla sivullasi, kopioi nyt myös tämä:',
  segmentChoice: 'Mitä näytetään',
  segmentNone: 'Kaikki',
  segmentKept: (name: string) => `Kuten nyt, vain: ${name}`,
  segmentChoiceHint:
    'Segmentti säilyy sellaisena kuin se nyt on: sen muuttaminen tai poistaminen myöhemmin ei vaikuta tähän. Tavoitteita kysyvää segmenttiä ei voi valita.',
  minimumChoice: 'Rivillä kävijöitä vähintään',
  minimumNone: 'Ei alarajaa',
  minimumOf: (visitors: number) => `${visitors} kävijää päivässä`,
  minimumChoiceHint:
    'Alarajaa pienemmät rivit jätetään pois päivä kerrallaan, tätä päivää ei näytetä eikä suodattimia ole: kukaan ei löydä yksittäisiä kävijöitä vertailemalla.',
  originsChoice: 'Sivut, jotka saavat upottaa tilastot (valinnainen)',
  originsChoiceHint:
    'Yksi osoite riville, esimerkiksi https://www.example.com. Muiden sivuille niitä ei voi upottaa.',
  linkSegment: (name: string) => `näyttää vain segmentin ”${name}”`,
  linkMinimum: (visitors: number) => `rivillä vähintään ${visitors} kävijää päivässä`,
  linkFramedBy: (origins: string) => `upotettavissa: ${origins}`,
  linksTitle: 'Linkit',
  publicTitle: 'Julkiset tilastot',
  publicLeadOff: 'Sivuston tilastot näkevät vain ne, joilla on tili tai linkki.',
  publicLeadOn: 'Kuka tahansa maailmassa näkee sivuston tilastot ilman tiliä tai linkkiä:',
  publicSees:
    'Kaikki näkisivät, kuinka moni käy milläkin sivulla, mistä ja millä laitteella, sekä tavoitteiden, tapahtumien ja kampanjoiden nimet. Asetuksia, muistiinpanoja ja muita katsojia ei näe kukaan.',
  publicChoices: 'Mitä kuka tahansa saa nähdä',
  publicIndexed: 'Hakukoneet saavat näyttää ne',
  makePublic: 'Tee julkisiksi',
  savePublic: 'Tallenna',
  publicSaved: 'Tallennettu. Muutos on heti voimassa.',
  makePrivate: 'Tee yksityisiksi',
  reallyMakePublic: (domain: string) => `Saako kuka tahansa maailmassa nähdä sivuston ${domain} tilastot?`,
  publicFrame: 'Näin näytät tilastot omalla sivullasi:',
  frameTitle: (domain: string) => `Tilastot: ${domain}`,
  sharedTitle: 'Tilastot sinulle',
  sharedPasswordLead: 'Tällä linkillä on salasana. Linkin lähettäjä tietää sen.',
  sharedOpen: 'Näytä tilastot',
  sharedOverTitle: 'Linkkiä ei voi käyttää',
  sharedOver: 'Linkki on vanhentunut tai mitätöity. Pyydä uusi.',
  sharedNothingYet: 'Mitään ei ole vielä laskettu. Luvut ilmestyvät tähän heti, kun niitä on.',
  sharedNote: 'Jaettu linkillä',
  sharedIncomplete: 'Linkki on vajaa. Pyydä koko linkki siltä, joka sen tänne laittoi.',
  sharedLimits: 'Mitä näytetään',
  sharedSegment: (name: string) => `Vain: ${name}`,
  sharedSegmentHint: 'Kaikki luvut koskevat tätä sivuston osaa. Sitä ei voi vaihtaa täällä.',
  sharedMinimum: (visitors: number) =>
    `Luvut ovat päättyneiltä päiviltä. Kultakin päivältä jätetään pois rivit, joilla on alle ${visitors} kävijää.`,
  publicNote: 'Julkiset tilastot',
  publicOver: 'Nämä tilastot eivät ole enää julkisia.',

  // Mitä täällä on tehty
  audit: 'Toimintaloki',
  auditLead: 'Mitä ihmiset ja ohjelmat ovat täällä tehneet, uusin ensin. Kävijöistä siinä ei ole mitään.',
  auditOlder: 'Näytä vanhempia',
  auditExport: 'Lataa kaikki:',
  auditExports: {
    csv: 'CSV-tiedostona taulukkolaskentaan',
    jsonl: 'JSON-riveinä komennolle ”hanki audit verify --file”',
  },
  auditNobody: 'joku tuntematon',
  auditCommandLine: 'komentorivi',
  auditHanki: 'Hanki itse',
  auditKey: (id: string) => `avain ${id}`,
  auditWhen: 'Milloin',
  auditWho: 'Kuka',
  auditWhat: 'Mitä',

  // Kutsu
  invitationTitle: (domain: string) => `Liity sivustolle ${domain}`,
  invitationLead: (role: string) => `Sinut on kutsuttu: ${role}.`,
  invitationPassword: (email: string) => `Valitse salasana. Kirjaudut osoitteella ${email}.`,
  invitationOnly: (email: string, provider: string) =>
    `Kirjaudu palvelulla ${provider} osoitteella ${email}.`,
  invitationSignIn: (email: string, domain: string) =>
    `Liity sivustolle ${domain} kirjautumalla osoitteella ${email}.`,
  invitationOther: (invited: string, email: string) =>
    `Kutsu on osoitteelle ${invited}, mutta olet kirjautunut osoitteella ${email}.`,
  invitationOver: 'Kutsua ei voi käyttää',
  join: 'Liity',

  // Ei mitään täällä
  unknownTitle: 'Sivua ei ole',
  unknownLead: (path: string) => `Osoitteesta ${path} ei löydy mitään.`,
  unknownSiteTitle: (domain: string) => `${domain} ei ole sivustojesi joukossa`,
  unknownSiteLead: 'Tarkista osoitteen kirjoitusasu tai pyydä kutsu sivuston omistajalta.',
  noSiteTitle: 'Sinulla ei ole vielä sivustoa',
  noSiteLead: 'Sivustosta huolehtiva voi kutsua sinut. Sitä ennen täällä ei ole nähtävää.',
  home: 'Tilastoihisi',

  // Yläpalkki
  hereNow: 'nyt paikalla',
  hereNowHint: 'Kävijät, joilta on tullut tapahtuma viiden viime minuutin aikana',
  filter: 'Suodata',
  filters: 'Suodattimet',
  addFilter: 'Suodata: lisää suodatin',
  removeFilter: (filter: string) => `Poista suodatin: ${filter}`,
  clearFilters: 'Poista kaikki',
  filterWhat: 'Mitä',
  filterHow: 'Miten',
  filterValue: 'Arvo',
  filterValueMissing: 'Kirjoita tai valitse arvo.',
  applyFilter: 'Käytä',
  or: 'tai',
  noValue: '(tyhjä)',
  without: 'Paitsi',
  choosePeriod: (period: string) => `Jakso: ${period}. Vaihda`,
  customRange: 'Omat päivät',
  from: 'Alkaa',
  to: 'Päättyy',
  apply: 'Käytä',
  rangeInvalid: 'Ensimmäinen päivä ei voi olla viimeisen jälkeen.',
  withoutToday: 'Ilman tätä päivää',
  withoutTodayHint: 'Vain päättyneet päivät.',
  nothingOverYet: 'Jakso alkoi tänään eikä siinä ole vielä päättyneitä päiviä, joten tämä päivä näytetään.',
  periodWithoutToday: (period: string) => `${period}, ilman tätä päivää`,
  account: 'Tili ja ulkoasu',
  appearance: 'Ulkoasu',
  themes: { system: 'Järjestelmän', light: 'Vaalea', dark: 'Tumma' },

  // Segmentit
  segments: 'Segmentit',
  segmentFind: 'Etsi segmenttiä',
  segmentSave: 'Tallenna segmentiksi',
  segmentSaveNew: 'Tallenna uudeksi segmentiksi',
  segmentSaveChanges: 'Tallenna muutokset',
  segmentManage: 'Nimeä uudelleen tai poista',
  segmentName: 'Nimi',
  segmentNameHint: 'Esimerkiksi Kävijät Suomesta.',
  segmentNameMissing: 'Anna nimi.',
  segmentNameTaken: 'Sivustolla on jo tämänniminen segmentti. Valitse toinen nimi.',
  segmentForAll:
    'Kaikki, jotka saavat nähdä sivuston, näkevät segmentin ja voivat käyttää sitä; muokkaajat, hallinnoijat ja omistajat voivat muuttaa sitä.',
  segmentHolds: 'Kaikkien näiden on täytyttävä:',
  segmentCopies: (count: number, names: string) =>
    count === 1
      ? `Segmentin ${names} ehdot kopioidaan tähän: sen muuttaminen myöhemmin ei muuta tätä.`
      : `Segmenttien ${names} ehdot kopioidaan tähän: niiden muuttaminen myöhemmin ei muuta tätä.`,
  segmentShow: (name: string) => `Segmentti: ${name}. Näytä ehdot`,
  segmentStop: (name: string) => `Poista segmentti käytöstä: ${name}`,
  segmentUnnamed: (id: number) => `Segmentti ${id}`,
  segmentUnread: 'Segmentin ehtoja ei juuri nyt saatu haettua. Luvut ovat segmentin lukuja.',
  segmentEdit: 'Muuta suodattimia',
  segmentNotByChips:
    'Siinä on ehtoja, joita tilastojen suodattimilla ei voi ilmaista, joten ne muuttuvat vain API:n kautta.',
  segmentEditing: (name: string) =>
    `Muutat segmenttiä ”${name}”. Luvut ovat alla olevien suodattimien mukaiset; muille segmentti pysyy ennallaan, kunnes tallennat.`,
  segmentEditingGone:
    'Segmenttiä, jota olit muuttamassa, ei enää ole. Sen suodattimet voi tallentaa uudeksi.',
  segmentEditStop: 'Jätä ennalleen',
  segmentGone: (count: number) =>
    count === 1
      ? 'Segmenttiä, jota osoitteessa pyydetään, ei enää ole tai ei ole koskaan ollutkaan. Lukuja ei näytetä: ilman sitä ne koskisivat muita käyntejä.'
      : `${count} osoitteessa pyydettyä segmenttiä ei enää ole tai ei ole koskaan ollutkaan. Lukuja ei näytetä: ilman niitä ne koskisivat muita käyntejä.`,
  segmentGoneName: (id: number) => `Segmentti ${id}, jota ei enää ole`,
  segmentGoneHint: 'Sivustolla ei ole tätä segmenttiä: joku on poistanut sen, tai osoite on toisen sivuston.',
  segmentGoneDrop: (count: number) => (count === 1 ? 'Näytä ilman sitä' : 'Näytä ilman niitä'),
  segmentRename: 'Nimeä uudelleen',
  segmentRenameOf: (name: string) => `Nimeä uudelleen segmentti ${name}`,
  segmentRemoveOf: (name: string) => `Poista segmentti ${name}`,
  segmentReallyRemove: (name: string) =>
    `Poistetaanko segmentti ”${name}” kaikilta? Osoitteet, joissa se on, eivät enää näytä lukuja. Jakolinkit säilyttävät kopionsa.`,
  segmentsNone: 'Segmenttejä ei ole vielä. Suodata tilastoja ja tallenna suodattimet segmentiksi.',
  segmentSaved: (name: string) => `Segmentti ”${name}” on tallennettu.`,
  conditionAll: (conditions: string) => `kaikki näistä (${conditions})`,
  conditionAny: (conditions: string) => `jokin näistä (${conditions})`,
  conditionNot: (condition: string) => `ei (${condition})`,
  conditionDone: (condition: string) => `käynnillä ainakin kerran: ${condition}`,
  conditionNotDone: (condition: string) => `käynnillä ei kertaakaan: ${condition}`,
  conditionMindsCase: (condition: string) => `${condition} (kirjainkoko huomioiden)`,

  // Luvut ja kaavio
  figures: 'Jakson luvut',
  noComparison: 'ei aiempia tietoja',
  same: 'ei muutosta',
  points: (_count: number, shown: string) => `${shown} %-yks.`,
  durationSeconds: (seconds: number) => `${seconds} s`,
  durationMinutes: (minutes: number, seconds: string) => `${minutes} min ${seconds} s`,
  durationHours: (hours: number, minutes: string) => `${hours} h ${minutes} min`,
  comparedDays: (legend: string, days: string) => `${legend}: ${days}`,
  interval: 'Aikaväli',
  showTable: 'Näytä taulukkona',
  hideTable: 'Piilota taulukko',
  table: 'Taulukko',
  summedByDay: 'Kävijät lasketaan päivittäin ja päivät lasketaan yhteen.',
  stillCounting: 'laskenta kesken',
  partOfBucket: 'vain osittain jaksolla',
  weekOf: (day: string) => `Viikko ${day} alkaen`,
  finding: (subject: string, highest: string, lowest: string) =>
    `${subject}: suurin ${highest}, pienin ${lowest}.`,
  noData: 'Ei käyntejä tällä jaksolla.',

  // Kortit
  details: 'Tarkemmin',
  allRows: (total: string) => `Kaikki ${total}`,
  shareOfVisitors: 'Osuus',
  visitorsUnit: (count: number) => (count === 1 ? 'kävijä' : 'kävijää'),
  emptyPanel: 'Tällä jaksolla ei ole mitään.',
  filterBy: (value: string) => `Näytä vain ${value}`,
  unfilter: (value: string) => `Näytä muutkin kuin ${value}`,
  excludeBy: (value: string) => `Jätä pois ${value}`,
  excludeHint: 'Alt-näppäin pohjassa se jätetään pois',
  propertyKey: 'Ominaisuus',
  propertyChoose: 'Näytä sen arvot',
  propertyLead: 'Tapahtumilla voi olla ominaisuuksia. Mikä niistä?',
  onlyEea: 'Vain EU/ETA',

  // Tavoitteet
  goals: 'Tavoitteet',
  goalsOf: (domain: string) => `Tavoitteet: ${domain}`,
  goalsLead:
    'Mitä haluat kävijöiden tekevän. Kun lisäät tavoitteen, se laskee myös sen, mitä on jo kertynyt.',
  goalsNone:
    'Tavoitteita ei ole vielä. Tavoite on jotakin, mitä haluat kävijöiden tekevän: tapahtuma, kuten tilaus, sivu, kuten /thanks, tai sivun lukeminen tiettyyn kohtaan asti. Kustakin lasketaan kävijät ja heidän osuutensa kaikista.',
  goalsOnlyRead: 'Sivuston muokkaajat voivat lisätä ja muuttaa tavoitteita.',
  editGoals: 'Muokkaa tavoitteita',
  addGoal: 'Lisää tavoite',
  changeGoal: (name: string) => `Muuta tavoitetta ${name}`,
  removeGoal: (name: string) => `Poista tavoite ${name}`,
  reallyRemoveGoal: (name: string) =>
    `Poistetaanko tavoite ${name}? Jo laskettu säilyy; sitä ei vain enää näytetä tavoitteena.`,
  change: 'Muuta',
  goalKind: 'Mitä tapahtuu',
  goalKinds: {
    event: 'lähetetään tapahtuma',
    page: 'katsotaan sivua',
    scroll: 'luetaan sivua tiettyyn kohtaan asti',
  },
  goalEvent: 'Tapahtuma',
  goalEventHint: 'Nimi, jolla sivusto sen lähettää, esimerkiksi Order.',
  goalEventMissing: 'Kirjoita tai valitse tapahtuman nimi.',
  goalPage: 'Sivu',
  goalPageHint:
    'Polku, esimerkiksi /thanks. * vastaa mitä tahansa ilman kauttaviivaa, ** mitä tahansa: /blog/**',
  goalPageMissing: 'Kirjoita tai valitse sivu; se alkaa kauttaviivalla, esimerkiksi /thanks.',
  goalDepth: 'Luettu kohtaan, prosenttia korkeudesta',
  goalDepthWrong: 'Anna kokonaisluku väliltä 1–100.',
  goalCurrency: 'Valuutta (valinnainen)',
  goalCurrencyHint: 'Esimerkiksi EUR, jos tapahtumassa on rahaa useassa valuutassa.',
  goalName: 'Nimi (valinnainen)',
  goalNameHint: 'Millä nimellä se näkyy tilastoissa.',
  goalNameTaken: (name: string) => `Toisen tavoitteen nimi on jo ${name}. Anna tälle oma nimi.`,
  goalPageName: (page: string) => `Käynti sivulla ${page}`,
  // People type names again elsewhere: the blanks are those of a keyboard.
  goalScrollName: (percent: string, page: string) => `Vieritys ${percent} % sivulla ${page}`,
  goalConditions: 'Vain näillä ominaisuuksilla',
  goalConditionKey: (number: number) => `Ominaisuus ${number}`,
  goalConditionValue: (number: number) => `Ominaisuuden ${number} arvo`,
  goalConditionAdd: 'Lisää ominaisuus',
  goalConditionRemove: (number: number) => `Poista ominaisuus ${number}`,
  goalConditionIncomplete: 'Ominaisuus tarvitsee nimen ja arvon.',
  goalConditionTwice: 'Kutakin ominaisuutta voi vaatia vain kerran.',
  goalPreview: (count: number, visitors: string) =>
    count === 1
      ? 'Se olisi laskenut 1 kävijän viimeisten 30 päivän aikana.'
      : `Se olisi laskenut ${visitors} kävijää viimeisten 30 päivän aikana.`,
  goalPreviewScroll:
    'Luku näkyy, kun tavoite on tallennettu: sivujen lukemista voi laskea vain tallennetulla tavoitteella.',
  goalPreviewWaiting: 'Tähän tulee, montako kävijää se olisi laskenut viimeisten 30 päivän aikana.',
  goalOfEvent: (event: string) => `Tapahtuma ${event}`,
  goalOfPage: (page: string) => `Sivun ${page} katselu`,
  goalOfScroll: (percent: string, page: string) => `${page}, luettu vähintään ${percent} %`,
  goalCounted: (count: number, visitors: string) =>
    count === 1 ? '1 kävijä viimeisten 30 päivän aikana' : `${visitors} kävijää viimeisten 30 päivän aikana`,
  goalCountedWithMoney: (count: number, visitors: string, money: string) =>
    count === 1
      ? `1 kävijä ja ${money} viimeisten 30 päivän aikana`
      : `${visitors} kävijää ja ${money} viimeisten 30 päivän aikana`,
  goalSaved: (name: string) => `Tavoite ${name} on tallennettu.`,
  goalRemoved: (name: string) => `Tavoite ${name} on poistettu.`,

  // Suppilot
  funnels: 'Suppilot',
  funnelsOf: (domain: string) => `Suppilot: ${domain}`,
  funnelsLead: 'Vaiheet järjestyksessä, ja moniko etenee vaiheesta seuraavaan.',
  funnelsNone:
    'Suppiloita ei ole vielä. Suppilo on reitti, jota toivot kuljettavan, esimerkiksi tuotteesta ostoskorin kautta tilaukseen: se näyttää, missä vaiheessa lähdetään pois.',
  funnelsOnlyRead: 'Sivuston muokkaajat voivat lisätä ja muuttaa suppiloita.',
  editFunnels: 'Muokkaa suppiloita',
  addFunnel: 'Lisää suppilo',
  changeFunnel: (name: string) => `Muuta suppiloa ${name}`,
  removeFunnel: (name: string) => `Poista suppilo ${name}`,
  reallyRemoveFunnel: (name: string) => `Poistetaanko suppilo ${name}?`,
  showFunnel: (name: string) => `Näytä suppilo ${name} tilastoissa`,
  funnel: 'Suppilo',
  funnelName: 'Nimi',
  funnelNameHint: 'Esimerkiksi Tuotteesta tilaukseen.',
  funnelNameMissing: 'Anna suppilolle nimi.',
  funnelWithin: 'Kaikki vaiheet tapahtuvat',
  funnelWithins: { visit: 'yhden käynnin aikana', day: 'kävijän yhden päivän aikana' },
  funnelSteps: 'Vaiheet järjestyksessä',
  stepKind: 'Mitä tapahtuu',
  stepKinds: { page: 'Sivu', event: 'Tapahtuma', goal: 'Tavoite' },
  stepKindOf: (number: number) => `Vaiheen ${number} laji`,
  stepValueOf: (number: number) => `Vaihe ${number}`,
  stepGoalMissing: 'Valitse tavoite.',
  stepGoalChoose: 'Valitse tavoite',
  stepAdd: 'Lisää vaihe',
  stepUp: (number: number) => `Siirrä vaihetta ${number} ylös`,
  stepDown: (number: number) => `Siirrä vaihetta ${number} alas`,
  stepRemove: (number: number) => `Poista vaihe ${number}`,
  funnelSaved: (name: string) => `Suppilo ${name} on tallennettu.`,
  funnelRemoved: (name: string) => `Suppilo ${name} on poistettu.`,
  funnelOfVisits: 'Käynnit, jotka kulkivat vaiheet järjestyksessä; välissä voi olla muita sivuja.',
  funnelOfVisitors:
    'Kävijät, jotka kulkivat vaiheet järjestyksessä yhden päivän aikana; päivät lasketaan yhteen.',
  funnelUnits: { visit: 'Käynnit', day: 'Kävijät' },
  funnelUnitOf: {
    visit: (count: number) => (count === 1 ? 'käynti' : 'käyntiä'),
    day: (count: number) => (count === 1 ? 'kävijä' : 'kävijää'),
  },
  funnelOfFirst: 'Ensimmäisestä vaiheesta',
  funnelOfBefore: 'Edellisestä vaiheesta',
  funnelLost: 'Jäi pois',
  funnelStayed: (share: string, lost: string) => `${share} edellisestä vaiheesta; ${lost} jäi pois`,
  funnelNobody: 'Kukaan ei päässyt ensimmäiseen vaiheeseen tällä jaksolla.',

  // Reitit
  journeyAbout:
    'Reitti näyttää vaihe vaiheelta, minne käynnit jatkuvat sivulta, tapahtumasta tai tavoitteesta tai mistä ne tulivat.',
  journeyLead: 'Mistä se alkaa?',
  journeyDirection: 'Suunta',
  journeyDirections: { next: 'Mitä seuraavaksi', previous: 'Mitä sitä ennen' },
  journeyShow: 'Näytä',
  journeyStartOther: 'Aloita muualta',
  journeyStarts: 'Jakson sivut',
  journeyWay: 'Reitti tähän asti',
  journeyVisits: (count: number, visits: string) => (count === 1 ? '1 käynti' : `${visits} käyntiä`),
  journeyStepColumn: { next: 'Seuraava vaihe', previous: 'Edellinen vaihe' },
  journeyVisitsColumn: 'Käynnit',
  journeyShareColumn: 'Osuus',
  journeyEnd: { next: 'Käynti päättyi', previous: 'Käynti alkoi tästä' },
  journeyFollow: (step: string) => `Jatka reittiä: ${step}`,
  journeyBack: (step: string) => `Takaisin: ${step}`,
  journeyAll: (count: string) => `Kaikki ${count}`,
  journeyWithheld: (count: number, visits: string, least: number) =>
    count === 1
      ? `1 käynti kulki muuta reittiä. Alle ${least} käynnin reittejä ei näytetä: ne kertoisivat yksittäisistä ihmisistä.`
      : `${visits} käyntiä kulki muita reittejä. Alle ${least} käynnin reittejä ei näytetä: ne kertoisivat yksittäisistä ihmisistä.`,
  journeyNobody: 'Yksikään jakson käynti ei tullut tänne.',
  journeyLongest: 'Tätä pidemmälle reittiä ei voi seurata.',

  // Maailmankartta
  map: 'Kävijät maittain',
  mapHint: 'Nuolinäppäimillä siirrytään maasta toiseen, Enter näyttää vain yhden.',
  mapCountry: (name: string, count: number, visitors: string) =>
    `${name}: ${visitors} ${count === 1 ? 'kävijä' : 'kävijää'}`,
  mapLegend: (count: number, most: string) => `0–${most} ${count === 1 ? 'kävijä' : 'kävijää'}`,
  mapSource: 'Kartta: Natural Earth',
  unmappedVisitors: (count: number, visitors: string) =>
    count === 1
      ? 'Yhden kävijän maata ei tiedetä, joten häntä ei ole kartalla.'
      : `${visitors} kävijän maata ei tiedetä, joten heitä ei ole kartalla.`,

  // Viikon tunnit
  heat: 'Milloin käydään',
  heatOf: (metric: string) => `${metric} viikonpäivän ja tunnin mukaan`,
  heatMean: (metric: string) => `${metric} tunnissa keskimäärin.`,
  heatCell: (day: string, hour: string, value: string) => `Klo ${hour} (${day}): ${value}.`,
  heatBusiest: (day: string, hour: string, share: string) =>
    `Vilkkain hetki: ${day} klo ${hour}, ${share} viikosta.`,
  heatClipped: 'Viimeisten 52 viikon ajalta.',
  heatEmpty: 'Kukaan ei käynyt tällä jaksolla.',

  // Mitä ei laskettu
  notCountedTitle: 'Mitä ei laskettu, ja miksi',
  notCountedToday: 'Tänään',
  notKnown: 'ei tiedossa',
  andMore: (names: string, count: number, others: string) =>
    `${names} ja ${others} ${count === 1 ? 'muu' : 'muuta'}`,

  // Koko luettelo
  searchList: 'Etsi',
  sortBy: (column: string) => `Lajittele: ${column}`,
  sortedDown: 'suurin ensin',
  sortedUp: 'pienin ensin',
  rowRange: (from: string, to: string, total: string) => `${from}–${to} / ${total}`,
  noRowFound: (search: string) => `Mikään rivi ei sisällä tekstiä ”${search}”.`,
  previousPage: 'Edelliset rivit',
  nextPage: 'Seuraavat rivit',
  rowOnly: 'Vain',
  rowNot: 'Ei',

  // Luvut mukaan
  takeAlong: (title: string) => `${title}: ota mukaan`,
  asCsv: 'CSV',
  asJson: 'JSON',
  asPicture: 'Kuva (PNG)',
  asRequest: 'Kopioi API-pyyntönä',
  requestCopied: 'Pyyntö on kopioitu. Vaihda tekstin YOUR_KEY tilalle oma avaimesi.',
  requestShown: 'Kopiointi ei ole täällä sallittu. Tässä on pyyntö:',
  exportFailed: 'Mukaan ottaminen ei onnistunut. Yritä uudelleen.',
  exportCut: (rows: string) => `Tiedostossa on vain ${rows} ensimmäistä riviä.`,

  // Seinällä olevalle näytölle
  wall: 'Seinänäyttö',
  wallLeave: 'Poistu',
  wallFill: 'Koko näyttö',
  wallUpdated: (time: string) => `Haettu viimeksi kello ${time}`,

  // Tilastojen näppäimet
  shortcuts: 'Pikanäppäimet',
  shortcutsOn: 'Pikanäppäimet ovat käytössä',
  shortcutsRow: 'Rivin painaminen näyttää vain sen käynnit; Alt-näppäimen kanssa ne jätetään pois.',
  earlierPeriod: 'Edellinen jakso',
  laterPeriod: 'Seuraava jakso',
  compareWith: 'Vertaa',
  compareChoose: (name: string) => `Vertailu: ${name}. Vaihda`,
  compareShort: 'vrt.',
  compareOwn: 'Vertaa omiin päiviin',
  filterOrValue: 'Tai toinen arvo',
  addValue: 'Lisää arvo',
  removeValue: (value: string) => `Poista ${value}`,
  filterChange: (filter: string) => `Muuta suodatinta: ${filter}`,
  matchesHint: 'RE2:n säännöllinen lauseke, esimerkiksi ^/blog/.',

  // Luvut, joihin voi luottaa
  exact: 'Tarkka',
  exactHint: 'Jokainen tapahtuma lasketaan. Mitään ei otosteta, arvioida eikä pyöristetä.',
  expiredBefore: (day: string) =>
    `Päivät ennen ${day} puuttuvat tästä: niiden tapahtumat ovat vanhentuneet, eivätkä säilytetyt summat kerro kysyttyä.`,
  asTable: 'Taulukko',

  // Alareuna
  proof: 'Tämän sivuston yksityisyys',
  nothingStored: 'Laitteille ei tallenneta mitään.',
  addressesCut: 'Osoitteista säilyy /24 · /48.',
  keyMelts: 'Päivän avaimen sulamiseen on',
  keyMelted: 'Päivän avain sulaa juuri nyt',
  keyHint: 'Kun päivä päättyy, sen avain tuhotaan eikä päivän kävijätunnisteita voi enää muodostaa.',
  notCounted: (_count: number) => 'jätetty tänään laskematta',
  why: 'miksi',
  nothingDropped: 'Tänään ei jätetty mitään pois.',
  notesToday: 'Laskettu, huomautuksella',
  objectedNote: 'Kieltäytyneitä kävijöitä ei lasketa, ei edes tässä.',
  geolocation: 'IP-paikannus: DB-IP',

  // Tapahtumat matkalla tietokantaan
  storageLate: (count: number, events: string, delay: string) =>
    count === 1
      ? `Näistä luvuista puuttuu vielä yksi tapahtuma viimeisten ${delay} ajalta: tietokanta ei ota sitä nyt vastaan. Se on tallessa levyllä ja lasketaan mukaan.`
      : `Näistä luvuista puuttuu vielä ${events} tapahtumaa viimeisten ${delay} ajalta: tietokanta ei ota niitä nyt vastaan. Ne ovat tallessa levyllä ja lasketaan mukaan.`,
  quarantined: (count: number, events: string) =>
    count === 1
      ? `Tietokanta hylkäsi ${events} tapahtuman viimeisten 30 päivän ajalta, ja se siirrettiin tiedostoon journal/quarantine.jsonl. Syy on lokissa.`
      : `Tietokanta hylkäsi ${events} tapahtumaa viimeisten 30 päivän ajalta, ja ne siirrettiin tiedostoon journal/quarantine.jsonl. Syy on lokissa.`,
  lostEvents: (count: number, events: string) =>
    `${events} ${count === 1 ? 'tapahtuma' : 'tapahtumaa'} viimeisten 30 päivän ajalta katosi, koska levy vioitti tietoja tai tietokanta vaihdettiin vanhempaan. Ajankohta on lokissa.`,
}

export const PROVIDER_FAULT_WORDS: Dictionary['PROVIDER_FAULT_WORDS'] = {
  away: 'Kirjautumispalvelu ei vastaa. Yritä hetken päästä uudelleen.',
  denied: 'Kirjautumispalvelu ei päästänyt sinua sisään, tai käännyit takaisin.',
  refused:
    'Kirjautumispalvelun vastaukseen ei voitu luottaa, joten kirjautuminen ei onnistunut. Yritä uudelleen; jos ongelma jatkuu, kerro ylläpitäjälle.',
  expired:
    'Kirjautuminen kesti liian kauan, alkoi toisessa selaimessa tai oli jo käytetty. Kirjaudu tästä uudelleen.',
  unverified:
    'Kirjautumispalvelu ei kerro, että sähköpostiosoitteesi on vahvistettu. Vahvista se siellä ja yritä uudelleen.',
  unknown: 'Sähköpostiosoitteellasi ei ole täällä tiliä eikä kutsua. Pyydä kutsu sivuston omistajalta.',
  other_account:
    'Sähköpostiosoitteesi tili on yhdistetty toiseen henkilöön kirjautumispalvelussa. Ota yhteyttä ylläpitäjään.',
  busy: 'Liian moni kirjautuu yhtä aikaa, tai verkostasi on epäonnistunut liian moni yritys. Yritä muutaman minuutin päästä uudelleen.',
}

export const AUDIT_WORDS: Dictionary['AUDIT_WORDS'] = {
  setup_link_made: 'loi käyttöönottolinkin',
  set_up: 'otti Hankin käyttöön',
  signed_in: 'kirjautui sisään',
  sign_in_failed: 'ei onnistunut kirjautumaan',
  signed_out: 'kirjautui ulos',
  session_ended: 'kirjasi selaimen ulos',
  password_changed: 'vaihtoi salasanan',
  password_reset_made: 'loi linkin uudelle salasanalle',
  password_reset_asked: 'pyysi linkin uudelle salasanalle',
  second_factor_added: 'otti kaksivaiheisen kirjautumisen käyttöön',
  second_factor_removed: 'poisti kaksivaiheisen kirjautumisen käytöstä',
  recovery_code_used: 'käytti palautuskoodin',
  provider_linked: 'kirjautui kirjautumispalvelulla ensimmäistä kertaa',
  provider_unlinked: 'poisti tilin yhteyden kirjautumispalveluun',
  passkey_added: 'lisäsi pääsyavaimen',
  passkey_renamed: 'nimesi pääsyavaimen uudelleen',
  passkey_removed: 'poisti pääsyavaimen',
  passkey_copied: 'yritti pääsyavaimella, joka vaikuttaa kopioidulta',
  accounts_read: 'katsoi tilejä',
  operator_made: 'teki ylläpitäjän',
  operator_unmade: 'poisti ylläpitäjän oikeudet',
  account_removed: 'poisti tilin',
  invited: 'kutsui',
  invitation_taken_back: 'perui kutsun',
  joined: 'liittyi',
  role_changed: 'vaihtoi roolin',
  person_removed: 'poisti henkilön',
  left: 'poistui',
  site_added: 'lisäsi sivuston',
  site_renamed: 'vaihtoi sivuston verkkotunnuksen',
  site_reset: 'aloitti sivuston alusta',
  site_removed: 'poisti sivuston',
  keys_read: 'katsoi avaimia',
  key_added: 'loi avaimen',
  key_revoked: 'mitätöi avaimen',
  share_links_read: 'katsoi linkkejä',
  share_link_added: 'loi linkin',
  share_link_revoked: 'mitätöi linkin',
  share_link_opened: 'avasi linkin',
  share_link_refused: 'ei tiennyt linkin salasanaa',
  made_public: 'teki tilastoista julkiset',
  made_private: 'teki tilastoista yksityiset',
  key_used: 'käytettiin',
  settings_read: 'katsoi asetuksia',
  settings_changed: 'muutti asetuksia',
  people_read: 'katsoi ihmisiä',
  goal_saved: 'tallensi tavoitteen',
  goal_removed: 'poisti tavoitteen',
  segment_saved: 'tallensi segmentin',
  segment_removed: 'poisti segmentin',
  funnel_saved: 'tallensi suppilon',
  funnel_removed: 'poisti suppilon',
  annotation_saved: 'tallensi päivän muistiinpanon',
  annotation_removed: 'poisti päivän muistiinpanon',
  events_removed: 'poisti tapahtumia',
  erased: 'tuhosi levyltä sivuston lasketut tiedot',
  removals_read: 'katsoi tapahtumien poistoja',
  audit_log_read: 'katsoi toimintalokia',
  audit_log_exported: 'latasi toimintalokin',
  statistics_exported: 'latasi tilastoja',
}

export const SCOPE_WORDS: Dictionary['SCOPE_WORDS'] = {
  'stats:read': 'lukea tilastoja',
  'events:write': 'lähettää kävijöiden tapahtumia',
  'events:import': 'lähettää menneitä tapahtumia',
  'sites:manage': 'muuttaa sivustoa, sen tavoitteita ja asetuksia',
}

export const ROLE_WORDS: Dictionary['ROLE_WORDS'] = {
  viewer: { name: 'Katselija', allows: 'näkee tilastot' },
  editor: {
    name: 'Muokkaaja',
    allows: 'muokkaa myös tavoitteita, suppiloita, segmenttejä ja päivien muistiinpanoja',
  },
  admin: { name: 'Hallinnoija', allows: 'myös muuttaa asetuksia, kutsuu ihmisiä ja poistaa tapahtumia' },
  owner: { name: 'Omistaja', allows: 'saa tehdä kaiken ja nimittää muita omistajia' },
}

export const PERIOD_WORDS: Dictionary['PERIOD_WORDS'] = {
  today: 'Tänään',
  yesterday: 'Eilen',
  '7d': 'Viimeiset 7 päivää',
  '28d': 'Viimeiset 28 päivää',
  '30d': 'Viimeiset 30 päivää',
  '91d': 'Viimeiset 91 päivää',
  month: 'Tämä kuukausi',
  last_month: 'Viime kuukausi',
  year: 'Tämä vuosi',
  '12mo': 'Viimeiset 12 kuukautta',
  all: 'Koko aika',
  custom: 'Omat päivät',
}

export const PANEL_WORDS: Dictionary['PANEL_WORDS'] = {
  sources: 'Lähteet',
  pages: 'Sivut',
  locations: 'Sijainnit',
  devices: 'Laitteet',
  goals: 'Tavoitteet ja tapahtumat',
}

export const TAB_WORDS: Dictionary['TAB_WORDS'] = {
  sources: 'Lähteet',
  channels: 'Kanavat',
  referrers: 'Viittaajat',
  campaigns: 'Kampanjat',
  utm_source: 'UTM-lähde',
  utm_medium: 'UTM-väline',
  utm_content: 'UTM-sisältö',
  utm_term: 'UTM-hakusana',
  top: 'Suosituimmat',
  entry: 'Saapumiset',
  exit: 'Poistumiset',
  countries: 'Maat',
  regions: 'Alueet',
  cities: 'Kaupungit',
  browsers: 'Selaimet',
  browser_versions: 'Versiot',
  systems: 'Järjestelmät',
  system_versions: 'Versiot',
  devices: 'Laitteet',
  goals: 'Tavoitteet',
  events: 'Tapahtumat',
  properties: 'Ominaisuudet',
  funnels: 'Suppilot',
  journeys: 'Reitit',
}

export const FIRST_OF_GROUP_WORDS: Dictionary['FIRST_OF_GROUP_WORDS'] = {
  campaigns: 'Kampanja',
  utm_source: 'Lähde',
  utm_medium: 'Väline',
  utm_content: 'Sisältö',
  utm_term: 'Hakusana',
  browsers: 'Nimet',
  systems: 'Nimet',
}

export const EMPTY_WORDS: Dictionary['EMPTY_WORDS'] = {
  campaigns: 'Millään käynnillä ei ollut kampanjaa tällä jaksolla.',
  utm_source: 'Millään käynnillä ei ollut utm_source-arvoa tällä jaksolla.',
  utm_medium: 'Millään käynnillä ei ollut utm_medium-arvoa tällä jaksolla.',
  utm_content: 'Millään käynnillä ei ollut utm_content-arvoa tällä jaksolla.',
  utm_term: 'Millään käynnillä ei ollut utm_term-arvoa tällä jaksolla.',
  regions:
    'Alueita ei tunneta. Hankin mukana tulevassa maatiedostossa ei ole niitä; HANKI_GEO_FILE osoittaa tiedoston, jossa on kaupungit.',
  cities:
    'Kaupunkeja ei tunneta. Hankin mukana tulevassa maatiedostossa ei ole niitä; HANKI_GEO_FILE osoittaa tiedoston, jossa on kaupungit.',
  goals: 'Yhtään tavoitetta ei saavutettu tällä jaksolla, tai tavoitteita ei ole.',
  events: 'Ei omia tapahtumia tällä jaksolla.',
  properties: 'Millään jakson tapahtumalla ei ole tätä ominaisuutta.',
}

export const COMPARISON_WORDS: Dictionary['COMPARISON_WORDS'] = {
  previous: {
    name: 'Edellinen jakso',
    short: 'edellinen',
    legend: 'Edellinen',
    than: 'kuin edellisellä jaksolla',
  },
  weekdays: {
    name: 'Edellinen jakso, viikonpäivittäin',
    short: 'viikonpäivät',
    legend: 'Edellinen, viikonpäivittäin',
    than: 'kuin edellisellä jaksolla',
  },
  year: { name: 'Vuotta aiemmin', short: 'vuosi', legend: 'Vuotta aiemmin', than: 'kuin vuotta aiemmin' },
  custom: {
    name: 'Omat päivät',
    short: 'omat päivät',
    legend: 'Vertailu',
    than: 'kuin vertailun päivinä',
  },
  none: { name: 'Ei vertailua', short: 'ei mitään', legend: '', than: '' },
}

export const SHORTCUT_WORDS: Dictionary['SHORTCUT_WORDS'] = {
  help: 'Näytä pikanäppäimet',
  earlier: 'Edellinen jakso',
  later: 'Seuraava jakso',
  custom: 'Omat päivät',
  compare: 'Vaihda vertailua',
  filter: 'Lisää suodatin',
  clear: 'Poista kaikki suodattimet',
  table: 'Kaavio taulukkona',
  wall: 'Seinänäyttö',
}

export const INTERVAL_WORDS: Dictionary['INTERVAL_WORDS'] = {
  hour: { name: 'Tunti', per: 'tunneittain' },
  day: { name: 'Päivä', per: 'päivittäin' },
  week: { name: 'Viikko', per: 'viikoittain' },
  month: { name: 'Kuukausi', per: 'kuukausittain' },
}

export const OPERATOR_WORDS: Dictionary['OPERATOR_WORDS'] = {
  is: 'on',
  is_not: 'ei ole',
  contains: 'sisältää',
  contains_not: 'ei sisällä',
  matches: 'vastaa lauseketta',
  matches_not: 'ei vastaa lauseketta',
}

export const CHANGE_WORDS: Dictionary['CHANGE_WORDS'] = {
  visitors: { up: 'enemmän', down: 'vähemmän' },
  visits: { up: 'enemmän', down: 'vähemmän' },
  pageviews: { up: 'enemmän', down: 'vähemmän' },
  events: { up: 'enemmän', down: 'vähemmän' },
  percentage: { up: 'enemmän', down: 'vähemmän' },
  conversion_rate: { up: 'parempi', down: 'huonompi' },
  group_conversion_rate: { up: 'parempi', down: 'huonompi' },
  exit_rate: { up: 'huonompi', down: 'parempi' },
  total_revenue: { up: 'enemmän', down: 'vähemmän' },
  average_revenue: { up: 'enemmän', down: 'vähemmän' },
  views_per_visit: { up: 'enemmän', down: 'vähemmän' },
  bounce_rate: { up: 'huonompi', down: 'parempi' },
  visit_duration: { up: 'pidempi', down: 'lyhyempi' },
  time_on_page: { up: 'pidempi', down: 'lyhyempi' },
  scroll_depth: { up: 'syvempi', down: 'matalampi' },
}

export const CHANNEL_WORDS: Dictionary['CHANNEL_WORDS'] = {
  'Cross-network': 'Useita verkostoja',
  'Paid Shopping': 'Maksettu ostoshaku',
  'Paid Search': 'Maksettu haku',
  'Paid Social': 'Maksettu some',
  'Paid Video': 'Maksettu video',
  Display: 'Display-mainonta',
  'Paid Other': 'Muu maksettu',
  'Organic Shopping': 'Orgaaninen ostoshaku',
  'Organic Social': 'Orgaaninen some',
  'Organic Video': 'Orgaaninen video',
  'AI Assistants': 'Tekoälyavustajat',
  'Organic Search': 'Orgaaninen haku',
  Email: 'Sähköposti',
  Affiliates: 'Kumppanit',
  Audio: 'Ääni',
  SMS: 'Tekstiviesti',
  'Mobile Push Notifications': 'Mobiili-ilmoitukset',
  Referral: 'Viittaus',
  Direct: 'Suora',
}

export const DEVICE_WORDS: Dictionary['DEVICE_WORDS'] = {
  Desktop: 'Tietokone',
  Mobile: 'Puhelin',
  Tablet: 'Tabletti',
  TV: 'Televisio',
  Console: 'Pelikonsoli',
  Wearable: 'Puettava laite',
}

export const MISSING_WORDS: Dictionary['MISSING_WORDS'] = {
  'Direct / None': 'Suora / ei tiedossa',
  '(not set)': '(ei tiedossa)',
  '(none)': '(ei mitään)',
  '(other)': '(muut)',
}

export const DROP_REASON_WORDS: Dictionary['DROP_REASON_WORDS'] = {
  bot: { name: 'Botit ja hakurobotit', hint: 'Ohjelmat, jotka kertovat sen tai käyttäytyvät niin' },
  unknown_site: { name: 'Tuntematon sivusto', hint: 'Tapahtumia verkkotunnukselta, jota täällä ei ole' },
  unknown_hostname: {
    name: 'Tuntematon isäntänimi',
    hint: 'Koodi on isännällä, joka ei kuulu tähän sivustoon',
  },
  spam_referrer: { name: 'Roskaviittaajat', hint: 'Isännät, jotka ovat lähettävinään kävijöitä' },
  hosting_network: { name: 'Konesaliverkot', hint: 'Palvelimet, jotka esiintyvät selaimina' },
  shield_hostname: { name: 'Sääntösi: isäntänimi', hint: 'Jätetty pois, koska niin halusit' },
  shield_page: { name: 'Sääntösi: sivu', hint: 'Jätetty pois, koska niin halusit' },
  shield_address: { name: 'Sääntösi: verkko', hint: 'Jätetty pois, koska niin halusit' },
  shield_country: { name: 'Sääntösi: maa', hint: 'Jätetty pois, koska niin halusit' },
  no_visit_for_engagement: {
    name: 'Ei avointa käyntiä',
    hint: 'Lukuaika, joka tuli vasta käynnin päätyttyä',
  },
  prefetch: { name: 'Ennalta haetut sivut', hint: 'Selain latasi ne, kukaan ei avannut niitä' },
  objected: { name: 'Kieltäytyneet kävijät', hint: 'Ei lasketa, ei edes tässä' },
}

export const NOTE_WORDS: Dictionary['NOTE_WORDS'] = {
  personal_data: {
    name: 'Henkilötieto poistettu',
    hint: 'Jokin sivussa, kampanjassa, nimessä tai ominaisuudessa näytti siltä',
  },
  too_many_values: {
    name: 'Yhdistetty kohtaan ”(muut)”',
    hint: 'Eri arvoja oli enemmän kuin päivässä saa olla',
  },
  key_restarted: {
    name: 'Päivän avain luotu uudelleen',
    hint: 'Koneen uudelleenkäynnistyksen jälkeen päivän kävijät lasketaan uudestaan',
  },
}

export const PLATFORM_WORDS: Dictionary['PLATFORM_WORDS'] = {
  html: { name: 'Tavallinen HTML tai jokin muu', where: 'Lisää tämä jokaisen sivun <head>-osaan.' },
  wordpress: {
    name: 'WordPress',
    where:
      'Koodia lisäävällä lisäosalla, kuten WPCode: Code Snippets, Header & Footer, Header. Tai teeman header.php-tiedostoon ennen merkintää </head>.',
  },
  shopify: {
    name: 'Shopify',
    where: 'Verkkokauppa, Teemat, Muokkaa koodia: tiedostoon theme.liquid ennen merkintää </head>.',
  },
  nextjs: {
    name: 'Next.js',
    where: 'Tiedostoon app/layout.tsx, <body>-osan sisään; pages-reitittimellä tiedostoon pages/_app.tsx.',
  },
  nuxt: { name: 'Nuxt', where: 'Tiedostoon nuxt.config.ts.' },
  sveltekit: { name: 'SvelteKit', where: 'Tiedostoon src/app.html ennen merkintää %sveltekit.head%.' },
  astro: { name: 'Astro', where: 'Sivupohjan <head>-osaan.' },
  hugo: {
    name: 'Hugo',
    where: 'Tiedostoon layouts/partials/head.html tai teeman vastaavaan ennen merkintää </head>.',
  },
  webflow: { name: 'Webflow', where: 'Site settings, Custom code, Head code; julkaise sitten.' },
  squarespace: { name: 'Squarespace', where: 'Settings, Advanced, Code Injection, Header.' },
  gtm: {
    name: 'Google Tag Manager',
    where: 'Uusi tagi, tyyppinä Custom HTML (Oma HTML), laukaisimena kaikki sivut; julkaise sitten säilö.',
  },
}

export const TRACKED_WORDS: Dictionary['TRACKED_WORDS'] = {
  outbound: 'ulos vievät linkit',
  downloads: 'lataukset',
  forms: 'lähetetyt lomakkeet',
  '404': 'puuttuvat sivut',
}

export const METRIC_WORDS: Dictionary['METRIC_WORDS'] = {
  visitors: {
    label: 'Kävijät',
    definition:
      'Kunkin päivän eri kävijät, jakson päivien yli yhteen laskettuina. Ketään ei voi tunnistaa päivästä toiseen.',
  },
  visits: {
    label: 'Käynnit',
    definition:
      'Jaksolla alkaneet käynnit. Käynti päättyy, kun tapahtumia ei ole tullut 30 minuuttiin, tai keskiyöllä.',
  },
  pageviews: {
    label: 'Sivunäytöt',
    definition: 'Avatut sivut, uudelleenlataukset ja sivun sisäinen siirtyminen mukaan lukien.',
  },
  events: { label: 'Tapahtumat', definition: 'Sivunäytöt ja omat tapahtumat.' },
  views_per_visit: { label: 'Sivuja käyntiä kohti', definition: 'Sivunäytöt jaettuna käynneillä.' },
  bounce_rate: {
    label: 'Välittömät poistumiset',
    definition: 'Niiden käyntien osuus, joilla oli yksi sivunäyttö eikä yhtään vuorovaikutteista tapahtumaa.',
  },
  visit_duration: {
    label: 'Käynnin kesto',
    definition:
      'Keskimääräinen aika käynnin alusta sen viimeiseen toimintoon, välittömät poistumiset mukana.',
  },
  percentage: {
    label: 'Osuus',
    definition: 'Rivin kävijöiden osuus jakson kaikista kävijöistä, jotka läpäisevät suodattimet.',
  },
  conversion_rate: {
    label: 'Konversioprosentti',
    definition: 'Tavoitteen saavuttaneiden osuus kaikista kävijöistä; nämä lasketaan ilman tavoitetta.',
  },
  group_conversion_rate: {
    label: 'Ryhmän konversioprosentti',
    definition: 'Tavoitteen saavuttaneiden osuus saman rivin kävijöistä.',
  },
  exit_rate: {
    label: 'Poistumisprosentti',
    definition: 'Sivulle päättyneiden käyntien osuus sivun näytöistä.',
  },
  total_revenue: {
    label: 'Tuotto',
    definition:
      'Tapahtumien mukana tulleen rahan summa. Tyhjä, jos valuuttoja on useita: summat lasketaan valuutoittain.',
  },
  average_revenue: {
    label: 'Keskituotto',
    definition: 'Tuotto jaettuna tapahtumilla, joiden mukana tuli rahaa.',
  },
  time_on_page: {
    label: 'Aika sivulla',
    definition:
      'Keskimääräinen aika, jonka sivu oli käynnillä näkyvissä ja aktiivisena, sivua katsoneiden käyntien yli. Tyhjä, jos sitä ei mitattu.',
  },
  scroll_depth: {
    label: 'Vierityssyvyys',
    definition:
      'Kuinka pitkälle sivu nähtiin, prosentteina sen korkeudesta: kunkin käynnin syvimmän kohdan keskiarvo.',
  },
}

export const DIMENSION_WORDS: Dictionary['DIMENSION_WORDS'] = {
  'event:page': { label: 'Sivu' },
  'event:name': { label: 'Tapahtuma' },
  'event:goal': { label: 'Tavoite' },
  'event:hostname': { label: 'Isäntänimi' },
  'visit:source': { label: 'Lähde' },
  'visit:channel': { label: 'Kanava' },
  'visit:referrer': { label: 'Viittaaja' },
  'visit:utm_source': { label: 'UTM-lähde' },
  'visit:utm_medium': { label: 'UTM-väline' },
  'visit:utm_campaign': { label: 'Kampanja' },
  'visit:utm_content': { label: 'UTM-sisältö' },
  'visit:utm_term': { label: 'UTM-hakusana' },
  'visit:area': { label: 'Talousalue' },
  'visit:country': { label: 'Maa' },
  'visit:country_name': { label: 'Maan nimi' },
  'visit:region': { label: 'Alue' },
  'visit:region_name': { label: 'Alueen nimi' },
  'visit:city': { label: 'Kaupunki' },
  'visit:city_name': { label: 'Kaupungin nimi' },
  'visit:language': { label: 'Kieli' },
  'visit:browser': { label: 'Selain' },
  'visit:browser_version': { label: 'Selaimen versio' },
  'visit:os': { label: 'Järjestelmä' },
  'visit:os_version': { label: 'Järjestelmän versio' },
  'visit:device': { label: 'Laite' },
  'visit:screen': { label: 'Näyttö' },
  'visit:entry_page': { label: 'Saapumissivu' },
  'visit:exit_page': { label: 'Poistumissivu' },
  'visit:entry_page_hostname': { label: 'Saapumissivun isäntänimi' },
  'visit:exit_page_hostname': { label: 'Poistumissivun isäntänimi' },
}

export const SERVER_WORDS: Readonly<Record<ServerSentence, string>> = {
  'Something went wrong on the server. It has been logged; try again in a moment.':
    'Palvelimella tapahtui virhe. Se on kirjattu lokiin; yritä hetken päästä uudelleen.',
  'The database does not answer at the moment. Try again in a few seconds.':
    'Tietokanta ei juuri nyt vastaa. Yritä muutaman sekunnin päästä uudelleen.',
  'This question takes too long. Ask for a shorter period, fewer dimensions or fewer filters.':
    'Haku kestää liian kauan. Valitse lyhyempi jakso tai vähemmän suodattimia.',
  'There is no such site, or you may not see it.': 'Sivustoa ei ole, tai et saa nähdä sitä.',
  'Only those who run this installation may do this. Ask one of them.':
    'Tämän voi tehdä vain ylläpitäjä. Pyydä jotakuta heistä.',
  'Some fields need another look.': 'Tarkista merkityt kentät.',

  'The e-mail address or the password is wrong.': 'Sähköpostiosoite tai salasana on väärä.',
  'Too many people sign in at once. Try again in a moment.':
    'Liian moni kirjautuu yhtä aikaa. Yritä hetken päästä uudelleen.',
  'Too many wrong tries. Wait # minute and try again.':
    'Liian monta väärää yritystä. Odota # minuutti ja yritä uudelleen.',
  'Too many wrong tries. Wait # minutes and try again.':
    'Liian monta väärää yritystä. Odota # minuuttia ja yritä uudelleen.',
  'Too many letters were asked for from your network. Wait # minute and try again.':
    'Verkostasi on pyydetty liian monta viestiä. Odota # minuutti ja yritä uudelleen.',
  'Too many letters were asked for from your network. Wait # minutes and try again.':
    'Verkostasi on pyydetty liian monta viestiä. Odota # minuuttia ja yritä uudelleen.',
  'A second factor is needed.': 'Tarvitaan kirjautumisen toinen vaihe.',
  'Type the six digits of your app, or a recovery code.':
    'Anna sovelluksesi kuusi numeroa tai palautuskoodi.',
  'Use a passkey, or type a recovery code.': 'Käytä pääsyavainta tai anna palautuskoodi.',
  'This code does not fit. Take the one that the app shows now.':
    'Koodi ei täsmää. Käytä koodia, jonka sovellus näyttää nyt.',
  'This does not fit. Use a passkey, or type a recovery code.':
    'Tämä ei täsmää. Käytä pääsyavainta tai anna palautuskoodi.',
  'You have codes from an app already. Take them away first.':
    'Sinulla on jo sovelluksen koodit. Poista ne ensin.',
  'This is not your password.': 'Tämä ei ole salasanasi.',
  'This takes a sign-in of the last # minutes. Sign in again, then come back.':
    'Tähän tarvitaan kirjautuminen viimeisten # minuutin ajalta. Kirjaudu uudelleen ja palaa sitten.',
  'Use at least # characters; a few words together are easy to remember.':
    'Käytä vähintään # merkkiä; muutama sana peräkkäin on helppo muistaa.',
  'Use at most # characters.': 'Käytä enintään # merkkiä.',
  'This password is among the first that others would try. Use a few words that only you would put together.':
    'Tätä salasanaa kokeiltaisiin ensimmäisten joukossa. Käytä muutamaa sanaa, jotka vain sinä yhdistäisit.',
  'Enter your e-mail address.': 'Anna sähköpostiosoitteesi.',
  'This is not an e-mail address. It looks like name@example.com.':
    'Tämä ei ole sähköpostiosoite. Sellainen on muotoa name@example.com.',
  'This session is over.': 'Istunto on päättynyt.',
  'This took too long. Sign in again from the start.': 'Tämä kesti liian kauan. Aloita kirjautuminen alusta.',
  'That took too long. Try again.': 'Se kesti liian kauan. Yritä uudelleen.',
  'That took too long. Begin again.': 'Se kesti liian kauan. Aloita alusta.',
  'This passkey does not sign in here. Use another one, or your password.':
    'Tällä pääsyavaimella ei kirjauduta tänne. Käytä toista tai salasanaasi.',
  'This passkey is not there any more.': 'Tätä pääsyavainta ei enää ole.',
  'This passkey cannot be used here. Try another device, or another browser.':
    'Tätä pääsyavainta ei voi käyttää täällä. Kokeile toista laitetta tai selainta.',
  'This passkey was added already.': 'Tämä pääsyavain on jo lisätty.',
  'You have # passkeys already. Take one away first.': 'Sinulla on jo # pääsyavainta. Poista ensin yksi.',
  'This set-up link is used up or too old. "npm run hanki -- setup-link" prints a new one while nobody has an account.':
    'Käyttöönottolinkki on käytetty tai liian vanha. ”npm run hanki -- setup-link” antaa uuden, kun tilejä ei vielä ole.',
  'This link is used up or too old. Whoever runs this installation makes a new one with "hanki user reset EMAIL".':
    'Linkki on käytetty tai liian vanha. Ylläpitäjä luo uuden komennolla ”hanki user reset EMAIL”.',
  'This link is used up, too old or was replaced by a later one. Ask for a new one where you sign in, under "Forgotten your password?".':
    'Linkki on käytetty, liian vanha tai korvattu uudemmalla. Pyydä uusi kirjautumissivun kohdasta ”Unohditko salasanasi?”.',
  'If there is an account of this address, a letter is on its way to it, with a link that works for an hour.':
    'Jos osoitteella on tili, sinne on matkalla viesti, jossa on tunnin toimiva linkki.',
  'Hanki is not set up to send letters here. Ask whoever runs it for a link: "hanki user reset EMAIL" makes one.':
    'Hankia ei ole asetettu lähettämään viestejä. Pyydä linkki ylläpitäjältä: ”hanki user reset EMAIL” luo sellaisen.',
  'This is your own account. Let another operator remove it.':
    'Tämä on oma tilisi. Pyydä toista ylläpitäjää poistamaan se.',
  'Nobody would be left who runs this installation. Make somebody else an operator first.':
    'Asennukselle ei jäisi ylläpitäjää. Tee ensin joku muu ylläpitäjäksi.',
  'There is no such account any more.': 'Tiliä ei enää ole.',

  'This invitation is used up, too old or was taken back. Ask for a new one.':
    'Kutsu on käytetty, liian vanha tai peruttu. Pyydä uusi.',
  'There is no such invitation any more.': 'Kutsua ei enää ole.',
  'This person is a member already. Change the role in the list.':
    'Henkilö on jo mukana. Vaihda rooli luettelossa.',
  'This person is no member of the site.': 'Henkilö ei ole mukana sivustolla.',
  'Only owners change what owners are.': 'Vain omistajat voivat muuttaa omistajia.',
  'Only owners make owners.': 'Vain omistajat nimittävät omistajia.',
  'The site would have no owner. Make somebody else owner first.':
    'Sivustolle ei jäisi omistajaa. Tee ensin joku muu omistajaksi.',

  'This site is tracked already.': 'Tämä sivusto on jo lisätty.',
  'Only sites that are served over http or https can be tracked.':
    'Vain http- tai https-osoitteissa olevia sivustoja voi seurata.',
  'Enter one domain only, without spaces or commas.':
    'Anna vain yksi verkkotunnus ilman välilyöntejä tai pilkkuja.',
  'This looks like an e-mail address. Enter the domain of the site, such as example.com.':
    'Tämä näyttää sähköpostiosoitteelta. Anna sivuston verkkotunnus, esimerkiksi example.com.',
  'This is not a domain. Enter the host name of the site, such as example.com.':
    'Tämä ei ole verkkotunnus. Anna sivuston isäntänimi, esimerkiksi example.com.',
  'This time zone is unknown. Enter a name such as Europe/Helsinki or UTC.':
    'Aikavyöhykettä ei tunneta. Anna nimi, kuten Europe/Helsinki tai UTC.',
  'Some settings are wrong; nothing was changed.': 'Osa asetuksista on väärin; mitään ei muutettu.',
  'The annotation is wrong; nothing was changed.': 'Muistiinpano on väärin; mitään ei muutettu.',
  'A site may have # annotations. Remove one first.':
    'Sivustolla voi olla # muistiinpanoa. Poista ensin yksi.',
  'There may be # keys. Revoke one first.': 'Avaimia voi olla #. Mitätöi ensin yksi.',
  'There is no such key any more.': 'Avainta ei enää ole.',
  'A site may have # links. Revoke one first.': 'Sivustolla voi olla # linkkiä. Mitätöi ensin yksi.',
  'There is no such link any more.': 'Linkkiä ei enää ole.',
  'This link is over, was revoked, or is incomplete. Ask for a new one.':
    'Linkki on vanhentunut, mitätöity tai vajaa. Pyydä uusi.',
  'Type the password that belongs to this link.': 'Anna tämän linkin salasana.',
  'This is not the password of this link.': 'Tämä ei ole linkin salasana.',
  'A name is one line of at most # characters.': 'Nimi on yksi rivi, enintään # merkkiä.',
  'There are no public statistics at this address, or they are not public any more.':
    'Tässä osoitteessa ei ole julkisia tilastoja, tai ne eivät ole enää julkisia.',
  'The segment is wrong; nothing was changed.': 'Segmentti on väärin; mitään ei muutettu.',
  'A site may have # segments. Remove one first.': 'Sivustolla voi olla # segmenttiä. Poista ensin yksi.',
  'The site has no such segment.': 'Sivustolla ei ole tätä segmenttiä.',
  'A link cannot be limited to a segment that asks for goals, since these can be changed later. Use event:page or event:name.':
    'Tavoitteita kysyvään segmenttiin ei voi rajata, koska tavoitteita voi muuttaa myöhemmin. Valitse segmentti, joka kysyy sivuja tai tapahtumia.',
  'Give at most # origins.': 'Anna enintään # osoitetta.',
  'A site may have # goals. Remove one first.': 'Sivustolla voi olla # tavoitetta. Poista ensin yksi.',
  'The site has no goal of this name.': 'Sivustolla ei ole tämännimistä tavoitetta.',
  'The funnel "#" has this goal as a step. Change the funnel first.':
    'Tavoite on vaiheena suppilossa ”#”. Muuta ensin suppiloa.',
  'A site may have # funnels. Remove one first.': 'Sivustolla voi olla # suppiloa. Poista ensin yksi.',
  'The site has no such funnel.': 'Suppiloa ei enää ole.',

  'must be a host name such as shop.example.net': 'ei ole isäntänimi, kuten shop.example.net.',
  'must begin with "/", such as /orders/*/pay': 'ei ala merkillä ”/”, kuten /orders/*/pay.',
  'must be the name of a query parameter, such as q': 'ei ole kyselyparametrin nimi, kuten q.',
  'must be a country code of two letters, such as FI': 'ei ole kaksikirjaiminen maatunnus, kuten FI.',
  'must be an address or a network such as 192.0.2.0/24 or 2001:db8::/32':
    'ei ole osoite eikä verkko, kuten 192.0.2.0/24 tai 2001:db8::/32.',
  'must be a day, such as 2026-11-24': 'Päivä on muotoa 2026-11-24.',
  'must not be empty': 'ei saa olla tyhjä',
  'must hold at least one filter': 'Lisää vähintään yksi suodatin.',
  'must not hold control characters': 'ei saa sisältää ohjausmerkkejä',
  'may have at most # characters': 'saa sisältää enintään # merkkiä',
  'has a *: name every origin, such as https://www.example.com.':
    'sisältää merkin *. Anna jokainen osoite erikseen, esimerkiksi https://www.example.com.',
  'is no origin. Write https:// and the host, such as https://example.com.':
    'ei kelpaa. Kirjoita https:// ja isäntänimi, esimerkiksi https://example.com.',
  'is not safe: write https://. Plain http:// is for localhost only.':
    'ei ole suojattu: kirjoita https://. Pelkkä http:// kelpaa vain localhostille.',
  'is more than an origin. Write "#".': 'on liian pitkä. Kirjoita ”#”.',
  'has a host that browsers would not take. Write it as in the address bar.':
    'sisältää isäntänimen, jota selaimet eivät hyväksy. Kirjoita se kuten osoiterivillä.',
  'is a page view: use the goal_type "page" with a page_path such as "/**"':
    'Tämä on sivunäyttö. Valitse tavoitteeksi sivun katselu, esimerkiksi /**.',
  'is not an event of its own: use the goal_type "scroll"':
    'Tämä ei ole oma tapahtumansa. Valitse tavoitteeksi sivun lukeminen tiettyyn kohtaan asti.',
  'is not an event of its own: use the step_type "page"':
    'Tämä ei ole oma tapahtumansa. Valitse vaiheeksi sivu.',
  'must be a currency code of ISO 4217, such as EUR': 'Anna valuutan tunnus, esimerkiksi EUR.',
  'may have at most # wildcards': 'saa sisältää enintään # jokerimerkkiä',
  'is the name of another goal': 'Tämä on toisen tavoitteen nimi.',
  'is no goal of the site': 'Sivustolla ei ole tätä tavoitetta.',
}
