import type { ServerSentence } from '../lib/server-sentences.ts'
import type { Dictionary } from './dictionary.ts'

export const LOCALE: Dictionary['LOCALE'] = 'de'

export const WORDS: Dictionary['WORDS'] = {
  product: 'Hanki',
  skipToContent: 'Zur Statistik springen',
  skipToForm: 'Zum Formular springen',
  loading: 'Wird geladen',
  retry: 'Erneut versuchen',
  close: 'Schließen',
  unreachable: 'Der Server antwortet nicht. Prüfen Sie, ob er läuft und ob dieses Gerät online ist.',
  strangeAnswer: (status: number) =>
    `Der Server hat eine Antwort gegeben, die diese Seite nicht versteht (${status}).`,
  failed: 'Das konnte nicht geladen werden.',
  language: 'Sprache',
  chooseLanguage: (name: string) => `Sprache: ${name}. Andere wählen`,
  stale: (time: string) =>
    `Der Server antwortet nicht. Die Zahlen sind von ${time} Uhr; es wird erneut versucht.`,
  updated: (_count: number, visitors: string, period: string) =>
    `Aktualisiert: ${visitors} Besucher, ${period}.`,
  labelled: (label: string, text: string) => `${label}: ${text}`,
  listed: (said: string, more: string) => `${said}; ${more}`,
  quoted: (text: string) => `„${text}“`,
  entryFault: (entry: string, fault: string) => `„${entry}“ ${fault}`,

  // Anmeldung
  signInTitle: 'Anmelden',
  signInLead: 'Ihre Statistik bleibt auf Ihrem eigenen Server.',
  email: 'E-Mail',
  password: 'Passwort',
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  signedInAs: 'Angemeldet als',
  signInWith: (provider: string) => `Mit ${provider} anmelden`,
  signInOnlyLead: 'Ihre Statistik bleibt auf Ihrem eigenen Server. Passwörter werden hier nicht verwendet.',
  signInAgain: 'Anmeldung von vorn beginnen',
  providerCodeLead: 'Ihr Konto hat einen zweiten Faktor: Weisen Sie ihn nach, um fortzufahren.',
  sessionOver: 'Ihre Sitzung ist abgelaufen. Melden Sie sich an, um dort weiterzumachen, wo Sie waren.',
  noUserYet: 'Hier hat noch niemand ein Konto.',
  noUserYetHelp:
    'Öffnen Sie den Einrichtungslink, der beim Start von Hanki ausgegeben wurde. Einen neuen erhalten Sie dort mit:',
  setupLinkCommand: 'npm run hanki -- setup-link',
  emailMissing: 'Geben Sie Ihre E-Mail-Adresse ein.',
  emailFormat: 'Das sieht nicht nach einer E-Mail-Adresse aus, wie etwa maija@example.fi.',
  passwordMissing: 'Geben Sie Ihr Passwort ein.',

  // Einrichtung
  setupTitle: 'Willkommen bei Hanki',
  setupLead: 'Legen Sie Ihr Konto an. Es wird nur auf diesem Server gespeichert.',
  setupAction: 'Konto anlegen',
  passwordHint: (least: number) =>
    `Mindestens ${least} Zeichen. Gut eignet sich ein Satz, auf den nur Sie kommen würden.`,
  passwordTooShort: (least: number, length: number) =>
    `Verwenden Sie mindestens ${least} Zeichen; hier sind es ${length}.`,
  setupNoToken: 'In dieser Adresse fehlt der einmalige Schlüssel.',
  setupLinkOver: 'Dieser Einrichtungslink wurde schon benutzt oder ist älter als 15 Minuten.',
  setupNewLink: 'Solange niemand ein Konto hat, gibt dieser Befehl einen neuen Link aus:',
  setupHasAccount: 'Sie haben schon ein Konto?',

  // Websites
  newSiteTitle: 'Website hinzufügen',
  newSiteLead: 'Auf welcher Website möchten Sie Besuche zählen?',
  domain: 'Domain',
  domainHint: 'Ohne https:// und www., zum Beispiel example.fi',
  domainMissing: 'Geben Sie die Domain Ihrer Website ein, zum Beispiel example.fi.',
  timezone: 'Zeitzone',
  timezoneHint: 'Nach ihr beginnt und endet der Tag der Website. Länger leben Besucherkennungen nicht.',
  timezoneUnknown: 'Wählen Sie eine Zeitzone aus der Liste, zum Beispiel Europe/Berlin.',
  addSite: 'Website hinzufügen',
  addAnotherSite: 'Website hinzufügen',
  sites: 'Websites',
  allSites: 'Alle Websites',
  findSite: 'Website suchen',
  noSiteFound: (wanted: string) => `Keine Website hat „${wanted}“ in ihrer Domain.`,
  visitorsToday: (_count: number) => 'Besucher heute',
  sinceSameDay: 'als vor einer Woche um diese Zeit',
  lastSevenDays: (days: string) => `Besucher der letzten sieben Tage, heute zuletzt: ${days}`,
  pin: (domain: string) => `${domain} zuerst anzeigen`,

  // Notizen zu Tagen
  annotations: 'Notizen zu Tagen',
  addAnnotation: 'Notiz zu einem Tag hinzufügen',
  annotationDay: 'Tag',
  annotationText: 'Was geschah',
  disturbed: 'Die Zählung war gestört',
  keyRestarted: (day: string) =>
    `${day}: Der Tagesschlüssel wurde neu erzeugt; wer davor und danach kam, zählt deshalb doppelt.`,
  wasAway: (from: string, until: string) =>
    `Hanki lief nicht (${from} bis ${until}): In dieser Zeit wurde nichts gezählt.`,
  removeAnnotation: (text: string) => `Notiz „${text}“ entfernen`,

  // Was gezählt wird
  counting: 'Was gezählt wird',
  countingOf: (domain: string) => `Was ${domain} zählt`,
  countingLead: 'Gilt für künftige Ereignisse; bereits Gezähltes bleibt unverändert.',
  someWrong: 'Nichts wurde gespeichert: Sehen Sie sich die markierten Stellen oben an.',
  hostnames: 'Weitere Hostnamen dieser Website',
  hostnamesHint: (domain: string) =>
    `Zusätzlich zu ${domain} und allem, was auf .${domain} endet. Einer pro Zeile.`,
  leftOut: 'Ausgeschlossen',
  shieldNetworks: 'Netze und Adressen',
  shieldNetworksHint:
    'Zum Beispiel Ihr Büro: 192.0.2.0/24, 2001:db8::/32 oder eine einzelne Adresse. Eine Angabe pro Zeile.',
  shieldPages: 'Seiten',
  shieldPagesHint: 'Zum Beispiel /admin/** oder /*/draft. Eine pro Zeile.',
  shieldHostnames: 'Hostnamen',
  shieldHostnamesHint: 'Zum Beispiel staging.example.com. Einer pro Zeile.',
  shieldCountries: 'Länder',
  shieldCountriesHint: 'Codes aus zwei Buchstaben, zum Beispiel SE. Einer pro Zeile.',
  countHosting: 'Ereignisse aus Rechenzentren mitzählen',
  pagesTitle: 'Seiten',
  foldSlash: '/prices/ und /prices sind eine Seite',
  maskTokens: 'Kennungen und Token in Pfaden durch * ersetzen',
  masks: 'Muster, die je eine Seite sind',
  masksHint:
    'Zum Beispiel /orders/*/pay: Jede Seite, auf die das Muster passt, wird unter seinem Namen gezählt. Eines pro Zeile.',
  keepParameters: 'Abfrageparameter, die zur Seite gehören',
  keepParametersHint:
    'Zum Beispiel q oder category. Alle anderen werden verworfen, bevor etwas geschrieben wird. Einer pro Zeile.',
  visitorsTitle: 'Besucher',
  precision: 'Woran Besucher unterschieden werden',
  precisions: {
    full: 'An einem Hashwert der ganzen Adresse: etwa 1 % zu wenig',
    network: 'Nur an ihrem Netz: strenger, aber deutlich zu wenig',
  },
  referrers: 'Speichern, von welchem Host Besucher kamen',

  // Einstellungen der Website
  settings: 'Einstellungen',
  settingsOf: (domain: string) => `Einstellungen von ${domain}`,
  renameHint:
    'Mit einer anderen Domain bleiben alle Zahlen erhalten. Seiten, die noch die alte nennen, werden weitere 72 Stunden gezählt.',
  formerDomain: (domain: string, until: string) => `${domain} zählt bis ${until} zu dieser Website.`,
  moveHint: 'Eine andere Zeitzone gilt ab der nächsten Mitternacht; vergangene Tage behalten ihre.',
  nextTimezone: (now: string, next: string, from: string) => `Jetzt ${now}, ab ${from} ${next}.`,
  save: 'Speichern',
  saved: 'Gespeichert.',
  endTitle: 'Neu beginnen oder beenden',
  endLead:
    'Ein Neubeginn löscht alles Gezählte; Einstellungen, Ziele, Personen und Schlüssel bleiben. Das Löschen der Website beendet auch die Zählung. Beides lässt sich nicht rückgängig machen.',
  typeDomain: (domain: string) => `Geben Sie zur Bestätigung ${domain} ein`,
  resetSite: 'Alle Zahlen löschen',
  siteIsReset: 'Die Zählung beginnt bei null. Was vorhanden war, wird innerhalb von Minuten gelöscht.',
  deleteSite: 'Website löschen',
  switchSite: (domain: string) => `Website: ${domain}. Website wechseln`,

  // Warten auf das erste Ereignis
  waitingTitle: (domain: string) => `Fügen Sie dies in ${domain} ein`,
  waitingLead: 'Es gehört in den Head jeder Seite und speichert nichts auf den Geräten Ihrer Besucher.',
  snippet: 'Code-Snippet',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyFailed: 'Markieren Sie die Zeile und kopieren Sie sie.',
  waiting: 'Warten auf das erste Ereignis …',

  // Einbau des Snippets
  install: 'Code-Snippet',
  installOn: (domain: string) => `Code-Snippet für ${domain}`,
  platform: 'Womit ist die Website gemacht?',
  alsoCount: 'Außer Seitenaufrufen zählen',
  hashPages: 'Seiten hinter #',
  eventsArrive: 'Ereignisse dieser Website kommen an.',
  findSilence:
    'Noch ist nichts gekommen. Öffnen Sie eine Seite Ihrer Website in einem anderen Tab; diese Ansicht bemerkt es von selbst.',
  findOtherHosts: (hosts: string, domain: string) =>
    `Ereignisse kamen von ${hosts}; das ist weder ${domain} noch darunter. Gehört es zur Website, nennen Sie es unter „Was gezählt wird“.`,
  findShielded:
    'Ereignisse kamen, aber eine Ihrer Regeln hat sie ausgeschlossen. Sehen Sie nach, was Sie ausschließen.',
  findOnlyBots: (names: string) =>
    `Bisher kamen nur Programme (${names}). Öffnen Sie selbst eine Seite in einem gewöhnlichen Browser.`,
  findOnlyDataCentres: (names: string) =>
    `Ereignisse kamen nur aus Rechenzentren (${names}): von einem Server, einem Test in der Cloud oder über ein VPN. Öffnen Sie eine Seite ohne das.`,
  findUnknownSite: (count: number, domain: string) =>
    `${count === 1 ? 'In der letzten Stunde kam ein Ereignis' : `In der letzten Stunde kamen ${count} Ereignisse`} für eine Domain, die hier nicht eingerichtet ist. Vergleichen Sie data-domain mit ${domain}.`,
  findUnknownProxy:
    'Ein Proxy vor Hanki leitet Anfragen weiter, aber Hanki vertraut seinen Angaben zu Adressen nicht: Alle Besucher sehen dann wie einer aus. Nennen Sie sein Netz in HANKI_TRUSTED_PROXIES.',
  nothingArrives: 'Kommt nichts an?',
  causePublished:
    'Ist die Seite mit dem Snippet veröffentlicht? Sehen Sie in den Quelltext; ein Cache zeigt vielleicht die alte Fassung.',
  causeBlocker:
    'Blockiert Ihr Browser es? Versuchen Sie einen anderen Browser oder ein Fenster ohne Erweiterungen.',
  causeObjection:
    'Sendet Ihr Browser Global Privacy Control oder Do Not Track? Dann werden Sie nicht gezählt, wie alle, die widersprechen.',
  causePolicy: 'Hat die Seite eine Content Security Policy? Sie braucht diese Angaben:',
  causeDomain: (domain: string) =>
    `Steht in data-domain ${domain}, und liegt die Seite auf diesem Host oder darunter?`,
  firstEvent: 'Das erste Ereignis ist da.',
  excludeTitle: 'Diesen Browser ausschließen',
  excludeLead:
    'Ihre eigenen Besuche müssen nicht zählen. Ihre Website öffnet sich in einem neuen Tab und fragt, ob dieser Browser ausgeschlossen oder, falls er es schon ist, wieder gezählt werden soll. Dafür bleibt höchstens 13 Monate lang ein Cookie in diesem Browser; Safari vergisst es nach einer Woche.',
  excludeOpen: (domain: string) => `Auf ${domain} fragen`,

  // Ihr Konto
  yourAccount: 'Ihr Konto',
  sessions: 'Angemeldete Browser',
  unknownBrowser: 'Unbekannter Browser',
  thisBrowser: 'dieser hier',
  signedInSince: (day: string) => `seit ${day}`,
  endSession: 'Abmelden',
  endSessionOf: (client: string, day: string) => `Abmelden: ${client}, seit ${day}`,
  endOthers: 'Alle anderen abmelden',
  changePassword: 'Passwort ändern',
  provider: 'Anmeldedienst',
  providerLinked: (name: string) => `Verknüpft: Sie können sich mit ${name} anmelden.`,
  providerNotLinked: (name: string) =>
    `Nicht verknüpft. Das geschieht, sobald Sie sich mit ${name} und der E-Mail-Adresse dieses Kontos anmelden.`,
  providerUnlink: 'Verknüpfung lösen',
  providerNoPassword:
    'Ihr Konto hat kein Passwort; wer diese Installation betreibt, kann einen Link zum Festlegen erstellen: hanki user reset EMAIL',
  presentPassword: 'Aktuelles Passwort',
  newPassword: 'Neues Passwort',
  passwordChanged: 'Ihr Passwort ist geändert, und alle anderen Browser sind abgemeldet.',

  // Neues Passwort per Link
  resetTitle: 'Neues Passwort festlegen',
  resetLead: 'Alle Browser, die mit dem alten angemeldet sind, werden abgemeldet.',
  resetDone: 'Ihr Passwort ist geändert. Melden Sie sich damit an.',
  forgottenTitle: 'Passwort vergessen?',
  forgottenLead:
    'Geben Sie die E-Mail-Adresse Ihres Kontos ein. Sie erhalten eine E-Mail mit einem Link, um ein neues Passwort festzulegen.',
  forgottenSend: 'E-Mail senden',
  toSignIn: 'Zur Anmeldung',
  forgotPassword:
    'Passwort vergessen? Wer diese Installation betreibt, kann einen Link erstellen: hanki user reset EMAIL',

  // Zweiter Faktor
  code: 'Code',
  codeHint: 'Sechs Ziffern aus Ihrer App oder ein Wiederherstellungscode.',
  recoveryCode: 'Wiederherstellungscode',
  secondFactor: 'Zweiter Faktor',
  secondFactorOff: 'Aus: Zur Anmeldung genügt Ihr Passwort.',
  secondFactorOffProvider: 'Aus: Der Anmeldedienst allein entscheidet, ob Sie hereinkommen.',
  firstPassword: 'Ihrem Passwort',
  firstProvider: 'dem Anmeldedienst',
  secondFactorOn: (first: string) => `Ein: Nach ${first} ist zur Anmeldung ein Code aus Ihrer App nötig.`,
  secondFactorByPasskey: (first: string) =>
    `Ein: Nach ${first} ist zur Anmeldung ein Passkey oder ein Wiederherstellungscode nötig.`,
  secondFactorByBoth: (first: string) =>
    `Ein: Nach ${first} ist zur Anmeldung ein Code aus Ihrer App oder ein Passkey nötig.`,
  secondFactorNeeded:
    'Hier ist ein zweiter Faktor vorgeschrieben. Fügen Sie Codes aus einer App oder einen Passkey hinzu, um fortzufahren.',
  recoveryCodesLeft: (count: number) =>
    count === 1 ? 'Ein Wiederherstellungscode ist übrig.' : `${count} Wiederherstellungscodes sind übrig.`,
  secondFactorAdd: 'Zweiten Faktor hinzufügen',
  secondFactorScan:
    'Fotografieren Sie dies mit einer Authentifizierungs-App oder geben Sie den Schlüssel dort ein:',
  secondFactorKey: 'Schlüssel',
  secondFactorPicture: 'QR-Code des Schlüssels',
  secondFactorConfirm: 'Bestätigen',
  recoveryCodes:
    'Bewahren Sie diese Wiederherstellungscodes dort auf, wo Ihre Passwörter sind. Jeder gilt einmal, wenn weder App noch Passkey zur Hand ist; sie werden nicht noch einmal angezeigt:',
  secondFactorRemove: 'Entfernen',
  secondFactorAddCodes: 'Codes aus einer App hinzufügen',
  secondFactorRemoveCodes: 'Codes aus der App entfernen',
  cancel: 'Abbrechen',

  // Passkeys
  passkeys: 'Passkeys',
  passkeysLead:
    'Ein Passkey liegt auf Ihrem Telefon, Ihrem Computer oder einem Sicherheitsschlüssel. Er meldet Sie ohne Passwort an, sobald das Gerät sich vergewissert hat, dass Sie es sind.',
  passkeysOnlyLead:
    'Ein Passkey liegt auf Ihrem Telefon, Ihrem Computer oder einem Sicherheitsschlüssel. Nach dem Anmeldedienst ersetzt er den Code, sobald das Gerät sich vergewissert hat, dass Sie es sind.',
  passkeySignIn: 'Mit Passkey anmelden',
  passkeyUse: 'Passkey verwenden',
  passkeyAdd: 'Passkey hinzufügen',
  passkeyName: 'Name des Passkeys',
  passkeyNameHint: 'Zum Beispiel Telefon oder Blauer Schlüssel. Sonst heißt er nach diesem Browser.',
  passkeyAdded: (day: string) => `hinzugefügt ${day}`,
  passkeyUsed: (day: string) => `zuletzt benutzt ${day}`,
  passkeyUnused: 'nie benutzt',
  passkeyRename: 'Umbenennen',
  passkeyRenameOf: (name: string) => `Passkey ${name} umbenennen`,
  passkeyRemove: 'Entfernen',
  passkeyRemoveOf: (name: string) => `Passkey ${name} entfernen`,
  passkeyRemoveTitle: (name: string) => `${name} entfernen`,
  passkeyRemoveHint: 'Entfernen Sie ihn auch von Ihrem Gerät, sonst bietet das Gerät ihn weiterhin an.',
  passkeysNowhere:
    'Passkeys funktionieren, wenn Hanki über HTTPS unter einem Namen erreichbar ist. Wer diese Installation betreibt, setzt HANKI_PUBLIC_URL.',
  passkeysElsewhere: 'Passkeys funktionieren nur unter dieser Adresse:',
  passkeysUnknown: 'Dieser Browser unterstützt keine Passkeys.',
  passkeyNotShown: 'Es wurde kein Passkey verwendet: Das Fenster wurde geschlossen oder die Zeit war um.',
  passkeyThere: 'Dieses Gerät hat bereits einen Passkey für dieses Konto.',
  passkeyFailed:
    'Der Browser konnte das mit einem Passkey nicht tun. Versuchen Sie es erneut oder mit einem anderen Gerät.',

  // Konten der Installation
  accounts: 'Konten',
  accountsLead:
    'Alle, die hier ein Konto haben. Betreiber führen die Installation: Sie fügen Websites hinzu und sind Inhaber jeder Website.',
  accountSince: (day: string) => `seit ${day}`,
  hasSecondFactor: 'zweiter Faktor',
  hasNoSecondFactor: 'kein zweiter Faktor',
  operator: 'Betreiber',
  reallyRemoveAccount: (email: string) =>
    `Konto von ${email} entfernen? Schlüssel und Links, die diese Person erstellt hat, funktionieren dann nicht mehr.`,

  // Personen einer Website
  people: 'Personen',
  peopleOf: (domain: string) => `Personen von ${domain}`,
  peopleLead: 'Wer diese Statistik sehen darf, jeweils mit eigenem Namen und eigenem Passwort.',
  you: 'Sie',
  roleOf: (email: string) => `Rolle von ${email}`,
  role: 'Rolle',
  removePerson: (email: string) => `${email} entfernen`,
  remove: 'Entfernen',
  leaveSite: 'Verlassen',
  reallyRemove: (email: string, domain: string) =>
    `${email} aus ${domain} entfernen? Der Zugang endet sofort.`,
  reallyLeave: (domain: string) => `${domain} verlassen? Ihr Zugang endet sofort.`,
  invitations: 'Eingeladen',
  invitedUntil: (day: string) => `bis ${day}`,
  takeBack: 'Zurücknehmen',
  takeBackFrom: (email: string) => `Einladung an ${email} zurücknehmen`,
  inviteTitle: 'Jemanden einladen',
  invite: 'Einladen',
  invitationLink: (email: string) =>
    `Senden Sie diesen Link an ${email}. Er wird nur einmal angezeigt und gilt einmal innerhalb einer Woche:`,
  invitationMailed: (email: string) => `Eine E-Mail an ${email} ist unterwegs.`,
  invitationMailedLink:
    'Falls sie nicht ankommt, ist dies ihr Link. Er wird nur einmal angezeigt und gilt einmal innerhalb einer Woche:',
  invitationLinkFor: (email: string) => `Link für ${email}`,
  toStatistics: 'Zur Statistik',

  // Schlüssel für Programme
  keys: 'API-Schlüssel',
  keysOf: (domain: string) => `API-Schlüssel von ${domain}`,
  keysLead: 'Für Programme, die die Statistik dieser Website abfragen oder ihr Ereignisse senden.',
  noKeys: 'Es gibt noch keine.',
  keyMadeBy: (email: string) => (email === '' ? 'auf der Kommandozeile erstellt' : `erstellt von ${email}`),
  keyUntil: (day: string) => `bis ${day}`,
  keyWithoutEnd: 'unbefristet',
  keyIsOver: 'nicht mehr gültig',
  revoke: 'Widerrufen',
  revokeKey: (name: string) => `${name} widerrufen`,
  reallyRevoke: (name: string) =>
    `${name} widerrufen? Programme, die diesen Schlüssel benutzen, erhalten keine Antwort mehr.`,
  makeKeyTitle: 'Schlüssel erstellen',
  makeKey: 'Schlüssel erstellen',
  keyName: 'Wofür ist er?',
  keyNameHint: 'Zum Beispiel der Name des Programms.',
  keyScopes: 'Er darf',
  keyNeedsScope: 'Wählen Sie, was er darf.',
  keyLife: 'Er gilt',
  keyLives: { 30: '30 Tage', 90: '90 Tage', 365: 'ein Jahr', 0: 'unbefristet' },
  keyShownOnce: 'Kopieren Sie den Schlüssel jetzt: Er wird nicht noch einmal angezeigt.',

  // Links zur Statistik
  sharing: 'Freigabe',
  sharingOf: (domain: string) => `Freigabe von ${domain}`,
  sharingLead: 'So sehen andere die Statistik dieser Website, und sonst nichts, ohne ein Konto.',
  noLinks: 'Es gibt noch keine.',
  linkHasPassword: 'mit Passwort',
  linkMadeBy: (email: string) => (email === '' ? 'von einem Programm erstellt' : `erstellt von ${email}`),
  reallyRevokeLink: (name: string) => `${name} widerrufen? Wer den Link hat, sieht dann nichts mehr.`,
  makeLinkTitle: 'Link erstellen',
  makeLink: 'Link erstellen',
  linkName: 'Für wen ist er?',
  linkNameHint: 'Zum Beispiel der Vorstand oder eine Agentur.',
  linkPassword: 'Passwort (optional)',
  linkPasswordHint: 'Mindestens 12 Zeichen. Teilen Sie es auf anderem Weg mit als den Link.',
  linkShownOnce: 'Kopieren Sie den Link jetzt: Er wird nicht noch einmal angezeigt.',
  linkFrame: 'Um die Statistik auf einer eigenen Seite zu zeigen, kopieren Sie jetzt auch dies:',
  segmentChoice: 'Was gezeigt wird',
  segmentNone: 'Alles',
  segmentKept: (name: string) => `Wie jetzt, nur: ${name}`,
  segmentChoiceHint:
    'Ein Segment bleibt, wie es jetzt ist: Es später zu ändern oder zu entfernen, ändert hier nichts. Segmente, die nach Zielen fragen, sind nicht wählbar.',
  minimumChoice: 'Mindestzahl an Besuchern je Zeile',
  minimumNone: 'Keine Mindestzahl',
  minimumOf: (visitors: number) => `${visitors} Besucher pro Tag`,
  minimumChoiceHint:
    'Mit einer Mindestzahl fallen kleinere Zeilen Tag für Tag weg, der heutige Tag wird nicht gezeigt, und es gibt keine Filter: Niemand findet durch Vergleichen einzelne Besucher.',
  originsChoice: 'Seiten, die die Statistik einbetten dürfen (optional)',
  originsChoiceHint:
    'Eine Adresse pro Zeile, zum Beispiel https://www.example.com. Fremde Seiten können es nicht.',
  linkSegment: (name: string) => `zeigt nur „${name}“`,
  linkMinimum: (visitors: number) => `Zeilen ab ${visitors} Besuchern pro Tag`,
  linkFramedBy: (origins: string) => `einbettbar von ${origins}`,
  linksTitle: 'Links',
  publicTitle: 'Öffentliche Statistik',
  publicLeadOff: 'Nur wer ein Konto oder einen Link hat, sieht die Statistik dieser Website.',
  publicLeadOn: 'Alle Welt sieht die Statistik dieser Website, ohne Konto und ohne Link:',
  publicSees:
    'Alle würden sehen, wie viele Menschen welche Seiten besuchen, woher und womit; auch Namen von Zielen, Ereignissen und Kampagnen. Niemand sieht Einstellungen, Notizen oder wer sonst Zugang hat.',
  publicChoices: 'Was alle sehen dürfen',
  publicIndexed: 'Suchmaschinen dürfen sie auflisten',
  makePublic: 'Veröffentlichen',
  savePublic: 'Speichern',
  publicSaved: 'Gespeichert. Es gilt ab sofort.',
  makePrivate: 'Nicht mehr veröffentlichen',
  reallyMakePublic: (domain: string) => `Soll alle Welt die Statistik von ${domain} sehen?`,
  publicFrame: 'So zeigen Sie die Statistik auf einer eigenen Seite:',
  frameTitle: (domain: string) => `Statistik von ${domain}`,
  sharedTitle: 'Statistik für Sie',
  sharedPasswordLead: 'Dieser Link hat ein Passwort. Wer ihn Ihnen geschickt hat, kennt es.',
  sharedOpen: 'Statistik anzeigen',
  sharedOverTitle: 'Dieser Link ist nicht verwendbar',
  sharedOver: 'Dieser Link ist abgelaufen oder wurde widerrufen. Bitten Sie um einen neuen.',
  sharedNothingYet: 'Noch wurde nichts gezählt. Sobald es Zahlen gibt, erscheinen sie hier.',
  sharedNote: 'Über einen Link angesehen',
  sharedIncomplete:
    'Dieser Link ist unvollständig. Fragen Sie nach dem ganzen Link, wer ihn hier eingefügt hat.',
  sharedLimits: 'Was gezeigt wird',
  sharedSegment: (name: string) => `Nur: ${name}`,
  sharedSegmentHint: 'Alle Zahlen gelten für diesen Teil der Website. Das lässt sich hier nicht ändern.',
  sharedMinimum: (visitors: number) =>
    `Die Zahlen gelten für abgeschlossene Tage. An jedem fallen Zeilen mit weniger als ${visitors} Besuchern weg.`,
  publicNote: 'Öffentliche Statistik',
  publicOver: 'Diese Statistik ist nicht mehr öffentlich.',

  // Was hier getan wurde
  audit: 'Prüfprotokoll',
  auditLead:
    'Was Personen und Programme hier getan haben, das Neueste zuerst. Über Besucher steht nichts darin.',
  auditOlder: 'Ältere anzeigen',
  auditExport: 'Alles herunterladen:',
  auditExports: {
    csv: 'als CSV für Tabellenprogramme',
    jsonl: 'als JSON-Zeilen für „hanki audit verify --file“',
  },
  auditNobody: 'jemand Unbekanntes',
  auditCommandLine: 'Kommandozeile',
  auditHanki: 'Hanki selbst',
  auditKey: (id: string) => `Schlüssel ${id}`,
  auditWhen: 'Wann',
  auditWho: 'Wer',
  auditWhat: 'Was',

  // Eine Einladung
  invitationTitle: (domain: string) => `${domain} beitreten`,
  invitationLead: (role: string) => `Sie sind eingeladen: ${role}.`,
  invitationPassword: (email: string) => `Legen Sie ein Passwort fest. Sie melden sich als ${email} an.`,
  invitationOnly: (email: string, provider: string) => `Melden Sie sich mit ${provider} als ${email} an.`,
  invitationSignIn: (email: string, domain: string) =>
    `Melden Sie sich als ${email} an, um ${domain} beizutreten.`,
  invitationOther: (invited: string, email: string) =>
    `Die Einladung gilt für ${invited}, Sie sind aber als ${email} angemeldet.`,
  invitationOver: 'Diese Einladung ist nicht verwendbar',
  join: 'Beitreten',

  // Nichts da
  unknownTitle: 'Hier gibt es keine Seite',
  unknownLead: (path: string) => `Unter ${path} ist nichts zu finden.`,
  unknownSiteTitle: (domain: string) => `${domain} gehört nicht zu Ihren Websites`,
  unknownSiteLead:
    'Prüfen Sie die Schreibweise in der Adresse oder bitten Sie den Inhaber um eine Einladung.',
  noSiteTitle: 'Hier gibt es noch keine Website für Sie',
  noSiteLead: 'Wer eine Website betreut, kann Sie dazu einladen. Bis dahin gibt es nichts zu sehen.',
  home: 'Zu Ihrer Statistik',

  // Leiste oben
  hereNow: 'gerade da',
  hereNowHint: 'Besucher mit einem Ereignis in den letzten fünf Minuten',
  filter: 'Filter',
  filters: 'Filter',
  addFilter: 'Filter: einen hinzufügen',
  removeFilter: (filter: string) => `Filter entfernen: ${filter}`,
  clearFilters: 'Alle entfernen',
  filterWhat: 'Was',
  filterHow: 'Wie',
  filterValue: 'Wert',
  filterValueMissing: 'Geben Sie einen Wert ein oder wählen Sie einen.',
  applyFilter: 'Anwenden',
  or: 'oder',
  noValue: '(leer)',
  without: 'Ohne',
  choosePeriod: (period: string) => `Zeitraum: ${period}. Anderen wählen`,
  customRange: 'Eigene Daten',
  from: 'Von',
  to: 'Bis',
  apply: 'Anwenden',
  rangeInvalid: 'Der erste Tag darf nicht nach dem letzten liegen.',
  withoutToday: 'Ohne heute',
  withoutTodayHint: 'Nur abgeschlossene Tage.',
  nothingOverYet:
    'Der Zeitraum hat heute begonnen und noch keinen abgeschlossenen Tag, daher wird heute gezeigt.',
  periodWithoutToday: (period: string) => `${period}, ohne heute`,
  account: 'Konto und Darstellung',
  appearance: 'Darstellung',
  themes: { system: 'Wie System', light: 'Hell', dark: 'Dunkel' },

  // Segmente
  segments: 'Segmente',
  segmentFind: 'Segment suchen',
  segmentSave: 'Als Segment speichern',
  segmentSaveNew: 'Als neues Segment speichern',
  segmentSaveChanges: 'Änderungen speichern',
  segmentManage: 'Umbenennen oder entfernen',
  segmentName: 'Name',
  segmentNameHint: 'Zum Beispiel Besucher aus Finnland.',
  segmentNameMissing: 'Geben Sie einen Namen ein.',
  segmentNameTaken: 'Die Website hat schon ein Segment mit diesem Namen. Wählen Sie einen anderen.',
  segmentForAll:
    'Alle, die diese Website sehen dürfen, sehen das Segment und können es anwenden; Bearbeiter, Administratoren und Inhaber können es ändern.',
  segmentHolds: 'All dies muss zutreffen:',
  segmentCopies: (count: number, names: string) =>
    count === 1
      ? `Die Bedingungen von ${names} werden hierher kopiert: Jenes Segment später zu ändern, ändert dieses nicht.`
      : `Die Bedingungen von ${names} werden hierher kopiert: Jene Segmente später zu ändern, ändert dieses nicht.`,
  segmentShow: (name: string) => `Segment: ${name}. Bedingungen anzeigen`,
  segmentStop: (name: string) => `Segment nicht mehr anwenden: ${name}`,
  segmentUnnamed: (id: number) => `Segment ${id}`,
  segmentUnread: 'Die Bedingungen waren gerade nicht abrufbar. Die Zahlen sind die des Segments.',
  segmentEdit: 'Filter ändern',
  segmentNotByChips:
    'Es hat Bedingungen, die sich mit den Filtern hier nicht ausdrücken lassen; sie sind nur über die API zu ändern.',
  segmentEditing: (name: string) =>
    `Sie ändern das Segment „${name}“. Die Zahlen gelten für die Filter unten; für alle anderen bleibt es, wie es war, bis Sie speichern.`,
  segmentEditingGone:
    'Das Segment, das Sie geändert haben, gibt es nicht mehr. Seine Filter lassen sich als neues speichern.',
  segmentEditStop: 'So lassen, wie es war',
  segmentGone: (count: number) =>
    count === 1
      ? 'Ein Segment, nach dem diese Adresse fragt, gibt es nicht mehr, oder es gab es nie. Es werden keine Zahlen gezeigt: Ohne das Segment wären es die anderer Besuche.'
      : `${count} Segmente, nach denen diese Adresse fragt, gibt es nicht mehr, oder es gab sie nie. Es werden keine Zahlen gezeigt: Ohne die Segmente wären es die anderer Besuche.`,
  segmentGoneName: (id: number) => `Segment ${id}, das es nicht mehr gibt`,
  segmentGoneHint:
    'Die Website hat kein solches Segment: Jemand hat es entfernt, oder die Adresse gehört zu einer anderen Website.',
  segmentGoneDrop: (count: number) => (count === 1 ? 'Ohne dieses anzeigen' : 'Ohne diese anzeigen'),
  segmentRename: 'Umbenennen',
  segmentRenameOf: (name: string) => `Segment ${name} umbenennen`,
  segmentRemoveOf: (name: string) => `Segment ${name} entfernen`,
  segmentReallyRemove: (name: string) =>
    `Segment „${name}“ für alle entfernen? Adressen, die es nennen, zeigen dann keine Zahlen mehr. Geteilte Links behalten ihre Kopie.`,
  segmentsNone:
    'Es gibt noch kein Segment. Filtern Sie die Statistik und speichern Sie die Filter dann als Segment.',
  segmentSaved: (name: string) => `Das Segment „${name}“ ist gespeichert.`,
  conditionAll: (conditions: string) => `alles davon (${conditions})`,
  conditionAny: (conditions: string) => `eines davon (${conditions})`,
  conditionNot: (condition: string) => `nicht (${condition})`,
  conditionDone: (condition: string) => `mindestens einmal im Besuch: ${condition}`,
  conditionNotDone: (condition: string) => `kein einziges Mal im Besuch: ${condition}`,
  conditionMindsCase: (condition: string) => `${condition} (in genau dieser Groß- und Kleinschreibung)`,

  // Kennzahlen und Diagramm
  figures: 'Kennzahlen des Zeitraums',
  noComparison: 'keine früheren Daten',
  same: 'unverändert',
  points: (_count: number, shown: string) => `${shown} Pp.`,
  durationSeconds: (seconds: number) => `${seconds} s`,
  durationMinutes: (minutes: number, seconds: string) => `${minutes} min ${seconds} s`,
  durationHours: (hours: number, minutes: string) => `${hours} h ${minutes} min`,
  comparedDays: (legend: string, days: string) => `${legend}: ${days}`,
  interval: 'Intervall',
  showTable: 'Als Tabelle anzeigen',
  hideTable: 'Tabelle ausblenden',
  table: 'Tabelle',
  summedByDay: 'Besucher werden pro Tag gezählt und addiert.',
  stillCounting: 'wird noch gezählt',
  partOfBucket: 'nur teilweise in diesem Zeitraum',
  weekOf: (day: string) => `Woche ab ${day}`,
  finding: (subject: string, highest: string, lowest: string) =>
    `${subject}: höchster Wert ${highest}, niedrigster ${lowest}.`,
  noData: 'Keine Besuche in diesem Zeitraum.',

  // Karten
  details: 'Details',
  allRows: (total: string) => `Alle ${total}`,
  shareOfVisitors: 'Anteil',
  visitorsUnit: (_count: number) => 'Besucher',
  emptyPanel: 'Nichts in diesem Zeitraum.',
  filterBy: (value: string) => `Nur ${value} anzeigen`,
  unfilter: (value: string) => `Nicht mehr nur ${value} anzeigen`,
  excludeBy: (value: string) => `${value} ausschließen`,
  excludeHint: 'Mit Alt wird es ausgeschlossen',
  propertyKey: 'Eigenschaft',
  propertyChoose: 'Werte anzeigen',
  propertyLead: 'Ereignisse können Eigenschaften haben. Welche?',
  onlyEea: 'Nur EU/EWR',

  // Ziele
  goals: 'Ziele',
  goalsOf: (domain: string) => `Ziele von ${domain}`,
  goalsLead: 'Was Besucher tun sollen. Ein neues Ziel zählt auch, was bereits vorhanden ist.',
  goalsNone:
    'Es gibt noch kein Ziel. Ein Ziel ist etwas, das Besucher tun sollen: ein Ereignis wie eine Bestellung, eine Seite wie /thanks oder das Lesen einer Seite bis zu einer gewissen Tiefe. Gezählt werden jeweils die Besucher und ihr Anteil an allen.',
  goalsOnlyRead: 'Bearbeiter der Website dürfen Ziele hinzufügen und ändern.',
  editGoals: 'Ziele bearbeiten',
  addGoal: 'Ziel hinzufügen',
  changeGoal: (name: string) => `Ziel ${name} ändern`,
  removeGoal: (name: string) => `Ziel ${name} entfernen`,
  reallyRemoveGoal: (name: string) =>
    `Ziel ${name} entfernen? Das Gezählte bleibt; es wird nur nicht mehr als Ziel gezeigt.`,
  change: 'Ändern',
  goalKind: 'Was geschieht',
  goalKinds: {
    event: 'ein Ereignis wird gesendet',
    page: 'eine Seite wird aufgerufen',
    scroll: 'eine Seite wird bis zu einer gewissen Tiefe gelesen',
  },
  goalEvent: 'Ereignis',
  goalEventHint: 'Sein Name, wie die Website ihn sendet, zum Beispiel Order.',
  goalEventMissing: 'Geben Sie den Namen eines Ereignisses ein oder wählen Sie einen.',
  goalPage: 'Seite',
  goalPageHint: 'Ein Pfad wie /thanks. * steht für alles ohne Schrägstrich, ** für alles: /blog/**',
  goalPageMissing:
    'Geben Sie eine Seite ein oder wählen Sie eine; sie beginnt mit einem Schrägstrich, zum Beispiel /thanks.',
  goalDepth: 'Gelesen bis, Prozent der Höhe',
  goalDepthWrong: 'Geben Sie eine ganze Zahl von 1 bis 100 ein.',
  goalCurrency: 'Währung (optional)',
  goalCurrencyHint: 'Zum Beispiel EUR, wenn das Ereignis Geld in mehreren Währungen trägt.',
  goalName: 'Anzeigename (optional)',
  goalNameHint: 'Wie das Ziel in der Statistik heißt.',
  goalNameTaken: (name: string) =>
    `Ein anderes Ziel heißt schon ${name}. Geben Sie diesem einen eigenen Namen.`,
  goalPageName: (page: string) => `Besuch von ${page}`,
  // People type names again elsewhere: the blanks are those of a keyboard.
  goalScrollName: (percent: string, page: string) => `${percent} % von ${page} gescrollt`,
  goalConditions: 'Nur mit diesen Eigenschaften',
  goalConditionKey: (number: number) => `Eigenschaft ${number}`,
  goalConditionValue: (number: number) => `Wert von Eigenschaft ${number}`,
  goalConditionAdd: 'Eigenschaft hinzufügen',
  goalConditionRemove: (number: number) => `Eigenschaft ${number} entfernen`,
  goalConditionIncomplete: 'Eine Eigenschaft braucht einen Namen und einen Wert.',
  goalConditionTwice: 'Jede Eigenschaft kann nur einmal verlangt werden.',
  goalPreview: (count: number, visitors: string) =>
    count === 1
      ? 'Es hätte in den letzten 30 Tagen 1 Besucher gezählt.'
      : `Es hätte in den letzten 30 Tagen ${visitors} Besucher gezählt.`,
  goalPreviewScroll:
    'Was es zählt, erscheint hier nach dem Speichern: Wie weit Seiten gelesen wurden, lässt sich nur mit einem gespeicherten Ziel zählen.',
  goalPreviewWaiting: 'Hier steht, wie viele Besucher es in den letzten 30 Tagen gezählt hätte.',
  goalOfEvent: (event: string) => `Das Ereignis ${event}`,
  goalOfPage: (page: string) => `Ein Aufruf von ${page}`,
  goalOfScroll: (percent: string, page: string) => `${page}, gelesen bis ${percent} %`,
  goalCounted: (count: number, visitors: string) =>
    count === 1 ? '1 Besucher in den letzten 30 Tagen' : `${visitors} Besucher in den letzten 30 Tagen`,
  goalCountedWithMoney: (count: number, visitors: string, money: string) =>
    count === 1
      ? `1 Besucher und ${money} in den letzten 30 Tagen`
      : `${visitors} Besucher und ${money} in den letzten 30 Tagen`,
  goalSaved: (name: string) => `Das Ziel ${name} ist gespeichert.`,
  goalRemoved: (name: string) => `Das Ziel ${name} ist entfernt.`,

  // Trichter
  funnels: 'Trichter',
  funnelsOf: (domain: string) => `Trichter von ${domain}`,
  funnelsLead: 'Schritte in ihrer Reihenfolge, und wie viele von einem zum nächsten gelangen.',
  funnelsNone:
    'Es gibt noch keinen Trichter. Ein Trichter ist ein erhoffter Weg, etwa vom Produkt über den Warenkorb zur Bestellung: Er zeigt, bei welchem Schritt Besucher abspringen.',
  funnelsOnlyRead: 'Bearbeiter der Website dürfen Trichter hinzufügen und ändern.',
  editFunnels: 'Trichter bearbeiten',
  addFunnel: 'Trichter hinzufügen',
  changeFunnel: (name: string) => `Trichter ${name} ändern`,
  removeFunnel: (name: string) => `Trichter ${name} entfernen`,
  reallyRemoveFunnel: (name: string) => `Trichter ${name} entfernen?`,
  showFunnel: (name: string) => `Trichter ${name} in der Statistik anzeigen`,
  funnel: 'Trichter',
  funnelName: 'Name',
  funnelNameHint: 'Zum Beispiel Vom Produkt zur Bestellung.',
  funnelNameMissing: 'Geben Sie dem Trichter einen Namen.',
  funnelWithin: 'Alle Schritte geschehen',
  funnelWithins: { visit: 'in einem Besuch', day: 'an einem Tag eines Besuchers' },
  funnelSteps: 'Schritte in ihrer Reihenfolge',
  stepKind: 'Was geschieht',
  stepKinds: { page: 'Seite', event: 'Ereignis', goal: 'Ziel' },
  stepKindOf: (number: number) => `Art von Schritt ${number}`,
  stepValueOf: (number: number) => `Schritt ${number}`,
  stepGoalMissing: 'Wählen Sie ein Ziel.',
  stepGoalChoose: 'Ziel wählen',
  stepAdd: 'Schritt hinzufügen',
  stepUp: (number: number) => `Schritt ${number} nach oben`,
  stepDown: (number: number) => `Schritt ${number} nach unten`,
  stepRemove: (number: number) => `Schritt ${number} entfernen`,
  funnelSaved: (name: string) => `Der Trichter ${name} ist gespeichert.`,
  funnelRemoved: (name: string) => `Der Trichter ${name} ist entfernt.`,
  funnelOfVisits:
    'Besuche, die die Schritte der Reihe nach durchliefen, mit oder ohne andere Seiten dazwischen.',
  funnelOfVisitors:
    'Besucher, die die Schritte der Reihe nach an einem Tag durchliefen, über die Tage addiert.',
  funnelUnits: { visit: 'Besuche', day: 'Besucher' },
  funnelUnitOf: {
    visit: (count: number) => (count === 1 ? 'Besuch' : 'Besuche'),
    day: (_count: number) => 'Besucher',
  },
  funnelOfFirst: 'Vom ersten Schritt',
  funnelOfBefore: 'Vom Schritt davor',
  funnelLost: 'Abgesprungen',
  funnelStayed: (share: string, lost: string) => `${share} vom Schritt davor; ${lost} abgesprungen`,
  funnelNobody: 'Niemand hat in diesem Zeitraum den ersten Schritt erreicht.',

  // Wege
  journeyAbout:
    'Ein Weg zeigt Schritt für Schritt, wohin Besuche von einer Seite, einem Ereignis oder einem Ziel aus weitergehen oder woher sie kamen.',
  journeyLead: 'Wo beginnt er?',
  journeyDirection: 'Richtung',
  journeyDirections: { next: 'Was danach kommt', previous: 'Was davor kam' },
  journeyShow: 'Anzeigen',
  journeyStartOther: 'Woanders beginnen',
  journeyStarts: 'Seiten des Zeitraums',
  journeyWay: 'Der Weg bisher',
  journeyVisits: (count: number, visits: string) => (count === 1 ? '1 Besuch' : `${visits} Besuche`),
  journeyStepColumn: { next: 'Nächster Schritt', previous: 'Schritt davor' },
  journeyVisitsColumn: 'Besuche',
  journeyShareColumn: 'Anteil',
  journeyEnd: { next: 'Der Besuch endete', previous: 'Der Besuch begann hier' },
  journeyFollow: (step: string) => `Weiter über ${step}`,
  journeyBack: (step: string) => `Zurück zu ${step}`,
  journeyAll: (count: string) => `Alle ${count}`,
  journeyWithheld: (count: number, visits: string, least: number) =>
    count === 1
      ? `1 Besuch ging einen anderen Weg. Wege mit weniger als ${least} Besuchen werden nicht gezeigt: Sie würden einzelne Menschen verraten.`
      : `${visits} Besuche gingen andere Wege. Wege mit weniger als ${least} Besuchen werden nicht gezeigt: Sie würden einzelne Menschen verraten.`,
  journeyNobody: 'Kein Besuch dieses Zeitraums kam hierher.',
  journeyLongest: 'Weitere Schritte lassen sich nicht verfolgen.',

  // Weltkarte
  map: 'Besucher nach Land',
  mapHint: 'Pfeiltasten führen von Land zu Land, Enter zeigt nur eines.',
  mapCountry: (name: string, _count: number, visitors: string) => `${name}: ${visitors} Besucher`,
  mapLegend: (_count: number, most: string) => `0 bis ${most} Besucher`,
  mapSource: 'Karte: Natural Earth',
  unmappedVisitors: (count: number, visitors: string) =>
    count === 1
      ? 'Ein Besucher aus einem unbekannten Land ist nicht auf der Karte.'
      : `${visitors} Besucher aus unbekannten Ländern sind nicht auf der Karte.`,

  // Stunden der Woche
  heat: 'Wann Besucher kommen',
  heatOf: (metric: string) => `${metric} nach Wochentag und Stunde`,
  heatMean: (metric: string) => `${metric} einer Stunde im Durchschnitt.`,
  heatCell: (day: string, hour: string, value: string) => `${day}, ${hour} Uhr: ${value}.`,
  heatBusiest: (day: string, hour: string, share: string) =>
    `Am meisten los: ${day}, ${hour} Uhr, mit ${share} einer Woche.`,
  heatClipped: 'Aus den letzten 52 Wochen.',
  heatEmpty: 'In diesem Zeitraum kam niemand.',

  // Was nicht gezählt wurde
  notCountedTitle: 'Was nicht gezählt wurde, und warum',
  notCountedToday: 'Heute',
  notKnown: 'nicht bekannt',
  andMore: (names: string, count: number, others: string) =>
    `${names} und ${others} ${count === 1 ? 'weiterer' : 'weitere'}`,

  // Eine ganze Liste
  searchList: 'Suchen',
  sortBy: (column: string) => `Sortieren nach ${column}`,
  sortedDown: 'größte zuerst',
  sortedUp: 'kleinste zuerst',
  rowRange: (from: string, to: string, total: string) => `${from}–${to} von ${total}`,
  noRowFound: (search: string) => `Nichts enthält „${search}“.`,
  previousPage: 'Vorherige Zeilen',
  nextPage: 'Nächste Zeilen',
  rowOnly: 'Nur',
  rowNot: 'Nicht',

  // Zahlen mitnehmen
  takeAlong: (title: string) => `${title}: mitnehmen`,
  asCsv: 'CSV',
  asJson: 'JSON',
  asPicture: 'Bild (PNG)',
  asRequest: 'Als API-Anfrage kopieren',
  requestCopied: 'Die Anfrage ist kopiert. Setzen Sie Ihren Schlüssel ein, wo YOUR_KEY steht.',
  requestShown: 'Kopieren ist hier nicht erlaubt. Dies ist die Anfrage:',
  exportFailed: 'Das Mitnehmen hat nicht geklappt. Versuchen Sie es erneut.',
  exportCut: (rows: string) => `Die Datei enthält nur die ersten ${rows} Zeilen.`,

  // Für einen Bildschirm an der Wand
  wall: 'Wandanzeige',
  wallLeave: 'Verlassen',
  wallFill: 'Vollbild',
  wallUpdated: (time: string) => `Zuletzt abgefragt um ${time} Uhr`,

  // Tasten der Statistik
  shortcuts: 'Tastenkürzel',
  shortcutsOn: 'Tastenkürzel sind eingeschaltet',
  shortcutsRow: 'Eine gedrückte Zeile zeigt nur ihre Besuche; mit Alt schließt sie sie aus.',
  earlierPeriod: 'Einen Zeitraum früher',
  laterPeriod: 'Einen Zeitraum später',
  compareWith: 'Vergleichen mit',
  compareChoose: (name: string) => `Vergleich: ${name}. Anderen wählen`,
  compareShort: 'ggü.',
  compareOwn: 'Mit eigenen Daten vergleichen',
  filterOrValue: 'Oder ein weiterer Wert',
  addValue: 'Wert hinzufügen',
  removeValue: (value: string) => `${value} entfernen`,
  filterChange: (filter: string) => `Filter ändern: ${filter}`,
  matchesHint: 'Ein regulärer Ausdruck nach RE2, zum Beispiel ^/blog/.',

  // Verlässliche Zahlen
  exact: 'Exakt',
  exactHint: 'Jedes Ereignis wird gezählt. Nichts ist Stichprobe, Schätzung oder gerundet.',
  expiredBefore: (day: string) =>
    `Tage vor dem ${day} fehlen hier: Ihre Ereignisse sind abgelaufen, und die aufbewahrten Summen beantworten die Frage nicht.`,
  asTable: 'Tabelle',

  // Leiste unten
  proof: 'Datenschutz dieser Website',
  nothingStored: 'Nichts auf Geräten gespeichert.',
  addressesCut: 'Adressen auf /24 · /48 gekürzt.',
  keyMelts: 'Der heutige Schlüssel schmilzt in',
  keyMelted: 'Der heutige Schlüssel schmilzt gerade',
  keyHint:
    'Wenn der Tag endet, wird sein Schlüssel vernichtet, und die Besucherkennungen lassen sich nie wieder bilden.',
  notCounted: (_count: number) => 'heute nicht gezählt',
  why: 'warum',
  nothingDropped: 'Heute wurde nichts ausgeschlossen.',
  notesToday: 'Gezählt, mit einem Hinweis',
  objectedNote: 'Besucher, die widersprechen, werden nicht gezählt, auch hier nicht.',
  geolocation: 'IP-Geolokalisierung von DB-IP',

  // Ereignisse auf dem Weg in die Datenbank
  storageLate: (count: number, events: string, delay: string) =>
    count === 1
      ? `Ein Ereignis der letzten ${delay} ist in diesen Zahlen noch nicht enthalten: Die Datenbank nimmt es gerade nicht an. Es liegt sicher auf der Festplatte und wird gezählt.`
      : `${events} Ereignisse der letzten ${delay} sind in diesen Zahlen noch nicht enthalten: Die Datenbank nimmt sie gerade nicht an. Sie liegen sicher auf der Festplatte und werden gezählt.`,
  quarantined: (count: number, events: string) =>
    count === 1
      ? `${events} Ereignis der letzten 30 Tage hat die Datenbank abgelehnt; es liegt in journal/quarantine.jsonl. Der Grund steht im Protokoll.`
      : `${events} Ereignisse der letzten 30 Tage hat die Datenbank abgelehnt; sie liegen in journal/quarantine.jsonl. Der Grund steht im Protokoll.`,
  lostEvents: (count: number, events: string) =>
    `${events} ${count === 1 ? 'Ereignis der letzten 30 Tage ging' : 'Ereignisse der letzten 30 Tage gingen'} verloren, weil die Festplatte Daten beschädigt hat oder die Datenbank durch eine ältere ersetzt wurde. Wann, steht im Protokoll.`,
}

export const PROVIDER_FAULT_WORDS: Dictionary['PROVIDER_FAULT_WORDS'] = {
  away: 'Der Anmeldedienst antwortet nicht. Versuchen Sie es gleich noch einmal.',
  denied: 'Der Anmeldedienst hat Sie nicht hereingelassen, oder Sie haben abgebrochen.',
  refused:
    'Der Antwort des Anmeldedienstes war nicht zu trauen, deshalb wurde niemand angemeldet. Versuchen Sie es erneut; bleibt es dabei, sagen Sie es dem Betreiber dieser Installation.',
  expired:
    'Diese Anmeldung hat zu lange gedauert, wurde in einem anderen Browser begonnen oder schon benutzt. Melden Sie sich von hier aus neu an.',
  unverified:
    'Der Anmeldedienst bestätigt Ihre E-Mail-Adresse nicht. Lassen Sie sie dort bestätigen und versuchen Sie es dann erneut.',
  unknown:
    'Für Ihre E-Mail-Adresse gibt es hier weder Konto noch Einladung. Bitten Sie den Inhaber der Website, Sie einzuladen.',
  other_account:
    'Das Konto Ihrer E-Mail-Adresse ist beim Anmeldedienst mit jemand anderem verknüpft. Wenden Sie sich an den Betreiber dieser Installation.',
  busy: 'Zu viele melden sich gleichzeitig an, oder in Ihrem Netz sind zu viele Versuche gescheitert. Versuchen Sie es in einigen Minuten erneut.',
}

export const AUDIT_WORDS: Dictionary['AUDIT_WORDS'] = {
  setup_link_made: 'hat einen Einrichtungslink erstellt',
  set_up: 'hat Hanki eingerichtet',
  signed_in: 'hat sich angemeldet',
  sign_in_failed: 'konnte sich nicht anmelden',
  signed_out: 'hat sich abgemeldet',
  session_ended: 'hat einen Browser abgemeldet',
  password_changed: 'hat das Passwort geändert',
  password_reset_made: 'hat einen Link für ein neues Passwort erstellt',
  password_reset_asked: 'hat um einen Link für ein neues Passwort gebeten',
  second_factor_added: 'hat einen zweiten Faktor hinzugefügt',
  second_factor_removed: 'hat einen zweiten Faktor entfernt',
  recovery_code_used: 'hat einen Wiederherstellungscode benutzt',
  provider_linked: 'hat sich erstmals mit dem Anmeldedienst angemeldet',
  provider_unlinked: 'hat das Konto vom Anmeldedienst gelöst',
  passkey_added: 'hat einen Passkey hinzugefügt',
  passkey_renamed: 'hat einen Passkey umbenannt',
  passkey_removed: 'hat einen Passkey entfernt',
  passkey_copied: 'wurde mit einem Passkey abgewiesen, der kopiert scheint',
  accounts_read: 'hat die Konten angesehen',
  operator_made: 'hat einen Betreiber ernannt',
  operator_unmade: 'hat einem Betreiber die Rechte entzogen',
  account_removed: 'hat ein Konto entfernt',
  invited: 'hat eingeladen',
  invitation_taken_back: 'hat eine Einladung zurückgenommen',
  joined: 'ist beigetreten',
  role_changed: 'hat eine Rolle geändert',
  person_removed: 'hat eine Person entfernt',
  left: 'hat verlassen',
  site_added: 'hat eine Website hinzugefügt',
  site_renamed: 'hat eine Website umbenannt',
  site_reset: 'hat eine Website neu beginnen lassen',
  site_removed: 'hat eine Website gelöscht',
  keys_read: 'hat die Schlüssel angesehen',
  key_added: 'hat einen Schlüssel erstellt',
  key_revoked: 'hat einen Schlüssel widerrufen',
  share_links_read: 'hat die Links angesehen',
  share_link_added: 'hat einen Link erstellt',
  share_link_revoked: 'hat einen Link widerrufen',
  share_link_opened: 'hat einen Link geöffnet',
  share_link_refused: 'kannte das Passwort eines Links nicht',
  made_public: 'hat die Statistik veröffentlicht',
  made_private: 'hat die Veröffentlichung der Statistik beendet',
  key_used: 'wurde benutzt',
  settings_read: 'hat die Einstellungen angesehen',
  settings_changed: 'hat die Einstellungen geändert',
  people_read: 'hat die Personen angesehen',
  goal_saved: 'hat ein Ziel gespeichert',
  goal_removed: 'hat ein Ziel entfernt',
  segment_saved: 'hat ein Segment gespeichert',
  segment_removed: 'hat ein Segment entfernt',
  funnel_saved: 'hat einen Trichter gespeichert',
  funnel_removed: 'hat einen Trichter entfernt',
  annotation_saved: 'hat eine Notiz zu einem Tag gespeichert',
  annotation_removed: 'hat eine Notiz zu einem Tag entfernt',
  events_removed: 'hat Ereignisse entfernt',
  erased: 'hat das Gezählte einer Website von der Festplatte gelöscht',
  removals_read: 'hat Löschungen von Ereignissen angesehen',
  audit_log_read: 'hat das Prüfprotokoll angesehen',
  audit_log_exported: 'hat das Prüfprotokoll heruntergeladen',
  statistics_exported: 'hat Statistik heruntergeladen',
}

export const SCOPE_WORDS: Dictionary['SCOPE_WORDS'] = {
  'stats:read': 'Statistik lesen',
  'events:write': 'Ereignisse von Besuchern senden',
  'events:import': 'Ereignisse aus der Vergangenheit senden',
  'sites:manage': 'die Website, ihre Ziele und Einstellungen ändern',
}

export const ROLE_WORDS: Dictionary['ROLE_WORDS'] = {
  viewer: { name: 'Betrachter', allows: 'sieht die Statistik' },
  editor: { name: 'Bearbeiter', allows: 'bearbeitet auch Ziele, Trichter, Segmente und Notizen zu Tagen' },
  admin: {
    name: 'Administrator',
    allows: 'ändert auch Einstellungen, lädt Personen ein und entfernt Ereignisse',
  },
  owner: { name: 'Inhaber', allows: 'darf alles und ernennt weitere Inhaber' },
}

export const PERIOD_WORDS: Dictionary['PERIOD_WORDS'] = {
  today: 'Heute',
  yesterday: 'Gestern',
  '7d': 'Letzte 7 Tage',
  '28d': 'Letzte 28 Tage',
  '30d': 'Letzte 30 Tage',
  '91d': 'Letzte 91 Tage',
  month: 'Dieser Monat',
  last_month: 'Letzter Monat',
  year: 'Dieses Jahr',
  '12mo': 'Letzte 12 Monate',
  all: 'Gesamte Zeit',
  custom: 'Eigene Daten',
}

export const PANEL_WORDS: Dictionary['PANEL_WORDS'] = {
  sources: 'Quellen',
  pages: 'Seiten',
  locations: 'Orte',
  devices: 'Geräte',
  goals: 'Ziele und Ereignisse',
}

export const TAB_WORDS: Dictionary['TAB_WORDS'] = {
  sources: 'Quellen',
  channels: 'Kanäle',
  referrers: 'Verweise',
  campaigns: 'Kampagnen',
  utm_source: 'UTM-Quelle',
  utm_medium: 'UTM-Medium',
  utm_content: 'UTM-Inhalt',
  utm_term: 'UTM-Begriff',
  top: 'Beliebteste',
  entry: 'Einstieg',
  exit: 'Ausstieg',
  countries: 'Länder',
  regions: 'Regionen',
  cities: 'Städte',
  browsers: 'Browser',
  browser_versions: 'Versionen',
  systems: 'Systeme',
  system_versions: 'Versionen',
  devices: 'Geräte',
  goals: 'Ziele',
  events: 'Ereignisse',
  properties: 'Eigenschaften',
  funnels: 'Trichter',
  journeys: 'Wege',
}

export const FIRST_OF_GROUP_WORDS: Dictionary['FIRST_OF_GROUP_WORDS'] = {
  campaigns: 'Kampagne',
  utm_source: 'Quelle',
  utm_medium: 'Medium',
  utm_content: 'Inhalt',
  utm_term: 'Begriff',
  browsers: 'Namen',
  systems: 'Namen',
}

export const EMPTY_WORDS: Dictionary['EMPTY_WORDS'] = {
  campaigns: 'Kein Besuch hatte in diesem Zeitraum eine Kampagne.',
  utm_source: 'Kein Besuch hatte in diesem Zeitraum ein utm_source.',
  utm_medium: 'Kein Besuch hatte in diesem Zeitraum ein utm_medium.',
  utm_content: 'Kein Besuch hatte in diesem Zeitraum ein utm_content.',
  utm_term: 'Kein Besuch hatte in diesem Zeitraum ein utm_term.',
  regions:
    'Keine Region ist bekannt. Die Länderdatei, die mit Hanki kommt, enthält keine; HANKI_GEO_FILE nennt eine mit Städten.',
  cities:
    'Keine Stadt ist bekannt. Die Länderdatei, die mit Hanki kommt, enthält keine; HANKI_GEO_FILE nennt eine mit Städten.',
  goals: 'In diesem Zeitraum wurde kein Ziel erreicht, oder es ist keines eingerichtet.',
  events: 'Kein eigenes Ereignis in diesem Zeitraum.',
  properties: 'Kein Ereignis dieses Zeitraums hat die Eigenschaft.',
}

export const COMPARISON_WORDS: Dictionary['COMPARISON_WORDS'] = {
  previous: {
    name: 'Vorheriger Zeitraum',
    short: 'vorher',
    legend: 'Vorher',
    than: 'als im vorherigen Zeitraum',
  },
  weekdays: {
    name: 'Vorheriger Zeitraum, nach Wochentag',
    short: 'Wochentage',
    legend: 'Vorher, nach Wochentag',
    than: 'als im vorherigen Zeitraum',
  },
  year: { name: 'Ein Jahr früher', short: 'Vorjahr', legend: 'Ein Jahr früher', than: 'als ein Jahr früher' },
  custom: {
    name: 'Eigene Daten',
    short: 'eigene Daten',
    legend: 'Vergleich',
    than: 'als an den Vergleichstagen',
  },
  none: { name: 'Nichts', short: 'nichts', legend: '', than: '' },
}

export const SHORTCUT_WORDS: Dictionary['SHORTCUT_WORDS'] = {
  help: 'Diese Tasten anzeigen',
  earlier: 'Einen Zeitraum früher',
  later: 'Einen Zeitraum später',
  custom: 'Eigene Daten',
  compare: 'Mit etwas anderem vergleichen',
  filter: 'Filter hinzufügen',
  clear: 'Alle Filter entfernen',
  table: 'Diagramm als Tabelle',
  wall: 'Wandanzeige',
}

export const INTERVAL_WORDS: Dictionary['INTERVAL_WORDS'] = {
  hour: { name: 'Stunde', per: 'pro Stunde' },
  day: { name: 'Tag', per: 'pro Tag' },
  week: { name: 'Woche', per: 'pro Woche' },
  month: { name: 'Monat', per: 'pro Monat' },
}

export const OPERATOR_WORDS: Dictionary['OPERATOR_WORDS'] = {
  is: 'ist',
  is_not: 'ist nicht',
  contains: 'enthält',
  contains_not: 'enthält nicht',
  matches: 'passt auf',
  matches_not: 'passt nicht auf',
}

export const CHANGE_WORDS: Dictionary['CHANGE_WORDS'] = {
  visitors: { up: 'mehr', down: 'weniger' },
  visits: { up: 'mehr', down: 'weniger' },
  pageviews: { up: 'mehr', down: 'weniger' },
  events: { up: 'mehr', down: 'weniger' },
  percentage: { up: 'mehr', down: 'weniger' },
  conversion_rate: { up: 'besser', down: 'schlechter' },
  group_conversion_rate: { up: 'besser', down: 'schlechter' },
  exit_rate: { up: 'schlechter', down: 'besser' },
  total_revenue: { up: 'mehr', down: 'weniger' },
  average_revenue: { up: 'mehr', down: 'weniger' },
  views_per_visit: { up: 'mehr', down: 'weniger' },
  bounce_rate: { up: 'schlechter', down: 'besser' },
  visit_duration: { up: 'länger', down: 'kürzer' },
  time_on_page: { up: 'länger', down: 'kürzer' },
  scroll_depth: { up: 'tiefer', down: 'weniger tief' },
}

export const CHANNEL_WORDS: Dictionary['CHANNEL_WORDS'] = {
  'Cross-network': 'Netzwerkübergreifend',
  'Paid Shopping': 'Bezahltes Shopping',
  'Paid Search': 'Bezahlte Suche',
  'Paid Social': 'Bezahltes Social',
  'Paid Video': 'Bezahltes Video',
  Display: 'Displaywerbung',
  'Paid Other': 'Andere bezahlte',
  'Organic Shopping': 'Organisches Shopping',
  'Organic Social': 'Organisches Social',
  'Organic Video': 'Organisches Video',
  'AI Assistants': 'KI-Assistenten',
  'Organic Search': 'Organische Suche',
  Email: 'E-Mail',
  Affiliates: 'Affiliates',
  Audio: 'Audio',
  SMS: 'SMS',
  'Mobile Push Notifications': 'Mobile Push-Nachrichten',
  Referral: 'Verweis',
  Direct: 'Direkt',
}

export const DEVICE_WORDS: Dictionary['DEVICE_WORDS'] = {
  Desktop: 'Computer',
  Mobile: 'Smartphone',
  Tablet: 'Tablet',
  TV: 'Fernseher',
  Console: 'Spielkonsole',
  Wearable: 'Wearable',
}

export const MISSING_WORDS: Dictionary['MISSING_WORDS'] = {
  'Direct / None': 'Direkt / ohne',
  '(not set)': '(nicht bekannt)',
  '(none)': '(ohne)',
  '(other)': '(andere)',
}

export const DROP_REASON_WORDS: Dictionary['DROP_REASON_WORDS'] = {
  bot: { name: 'Bots und Crawler', hint: 'Programme, die sich so nennen oder so verhalten' },
  unknown_site: {
    name: 'Unbekannte Website',
    hint: 'Ereignisse für eine Domain, die hier nicht eingerichtet ist',
  },
  unknown_hostname: {
    name: 'Unbekannter Hostname',
    hint: 'Das Snippet läuft auf einem Host, der nicht zu dieser Website gehört',
  },
  spam_referrer: { name: 'Verweis-Spam', hint: 'Hosts, die vorgeben, Besucher zu schicken' },
  hosting_network: { name: 'Netze von Rechenzentren', hint: 'Server, die sich als Browser ausgeben' },
  shield_hostname: { name: 'Ihre Regel: Hostname', hint: 'Ausgeschlossen, weil Sie es so wollten' },
  shield_page: { name: 'Ihre Regel: Seite', hint: 'Ausgeschlossen, weil Sie es so wollten' },
  shield_address: { name: 'Ihre Regel: Netz', hint: 'Ausgeschlossen, weil Sie es so wollten' },
  shield_country: { name: 'Ihre Regel: Land', hint: 'Ausgeschlossen, weil Sie es so wollten' },
  no_visit_for_engagement: {
    name: 'Kein offener Besuch',
    hint: 'Lesezeit, die erst nach dem Ende ihres Besuchs kam',
  },
  prefetch: {
    name: 'Im Voraus geladene Seiten',
    hint: 'Der Browser hat sie geladen, niemand hat sie geöffnet',
  },
  objected: { name: 'Besucher, die widersprechen', hint: 'Nicht gezählt, auch hier nicht' },
}

export const NOTE_WORDS: Dictionary['NOTE_WORDS'] = {
  personal_data: {
    name: 'Personenbezogenes entfernt',
    hint: 'Etwas in einer Seite, einer Kampagne, einem Namen oder einer Eigenschaft sah danach aus',
  },
  too_many_values: {
    name: 'Unter „(andere)“ zusammengefasst',
    hint: 'Mehr verschiedene Werte, als ein Tag haben darf',
  },
  key_restarted: {
    name: 'Tagesschlüssel neu erzeugt',
    hint: 'Nach einem Neustart des Rechners werden die heutigen Besucher noch einmal gezählt',
  },
}

export const PLATFORM_WORDS: Dictionary['PLATFORM_WORDS'] = {
  html: {
    name: 'Reines HTML oder etwas anderes',
    where: 'Fügen Sie dies in den <head> jeder Seite ein.',
  },
  wordpress: {
    name: 'WordPress',
    where:
      'Mit einem Plugin, das Code einfügt, zum Beispiel WPCode: Code Snippets, Header & Footer, Header. Oder in header.php Ihres Themes, vor </head>.',
  },
  shopify: {
    name: 'Shopify',
    where: 'Onlineshop, Themes, Code bearbeiten: in theme.liquid, vor </head>.',
  },
  nextjs: {
    name: 'Next.js',
    where: 'In app/layout.tsx, innerhalb von <body>; mit dem Pages Router in pages/_app.tsx.',
  },
  nuxt: { name: 'Nuxt', where: 'In nuxt.config.ts.' },
  sveltekit: { name: 'SvelteKit', where: 'In src/app.html, vor %sveltekit.head%.' },
  astro: { name: 'Astro', where: 'In den <head> Ihres Layouts.' },
  hugo: {
    name: 'Hugo',
    where: 'In layouts/partials/head.html, oder wie Ihr Theme es nennt, vor </head>.',
  },
  webflow: { name: 'Webflow', where: 'Site settings, Custom code, Head code; dann veröffentlichen.' },
  squarespace: { name: 'Squarespace', where: 'Settings, Advanced, Code Injection, Header.' },
  gtm: {
    name: 'Google Tag Manager',
    where:
      'Ein neues Tag vom Typ Benutzerdefiniertes HTML, ausgelöst auf allen Seiten; dann den Container veröffentlichen.',
  },
}

export const TRACKED_WORDS: Dictionary['TRACKED_WORDS'] = {
  outbound: 'ausgehende Links',
  downloads: 'Downloads',
  forms: 'abgesendete Formulare',
  '404': 'fehlende Seiten',
}

export const METRIC_WORDS: Dictionary['METRIC_WORDS'] = {
  visitors: {
    label: 'Besucher',
    definition:
      'Verschiedene Besucher jedes Tages, über die Tage des Zeitraums addiert. Niemand ist von einem Tag zum nächsten wiederzuerkennen.',
  },
  visits: {
    label: 'Besuche',
    definition:
      'Besuche, die im Zeitraum begannen. Ein Besuch endet nach 30 Minuten ohne Ereignis oder um Mitternacht.',
  },
  pageviews: {
    label: 'Seitenaufrufe',
    definition: 'Geöffnete Seiten, einschließlich Neuladen und Navigation innerhalb einer Seite.',
  },
  events: { label: 'Ereignisse', definition: 'Seitenaufrufe und eigene Ereignisse.' },
  views_per_visit: { label: 'Seiten pro Besuch', definition: 'Seitenaufrufe geteilt durch Besuche.' },
  bounce_rate: {
    label: 'Absprungrate',
    definition: 'Anteil der Besuche mit einem Seitenaufruf und ohne interaktives eigenes Ereignis.',
  },
  visit_duration: {
    label: 'Besuchsdauer',
    definition:
      'Mittlere Zeit zwischen der ersten und der letzten Aktivität eines Besuchs, Absprünge eingeschlossen.',
  },
  percentage: {
    label: 'Anteil',
    definition: 'Besucher der Zeile als Anteil aller Besucher des Zeitraums, auf die die Filter zutreffen.',
  },
  conversion_rate: {
    label: 'Conversion-Rate',
    definition: 'Besucher, die das Ziel erreicht haben, als Anteil aller Besucher, ohne das Ziel gezählt.',
  },
  group_conversion_rate: {
    label: 'Conversion-Rate der Gruppe',
    definition: 'Besucher der Zeile, die das Ziel erreicht haben, als Anteil der Besucher derselben Zeile.',
  },
  exit_rate: {
    label: 'Ausstiegsrate',
    definition: 'Besuche, die auf der Seite endeten, als Anteil der Aufrufe der Seite.',
  },
  total_revenue: {
    label: 'Umsatz',
    definition:
      'Summe des Geldes aus Ereignissen. Leer, wenn es mehrere Währungen waren: Summen gelten je Währung.',
  },
  average_revenue: {
    label: 'Durchschnittlicher Umsatz',
    definition: 'Umsatz geteilt durch die Ereignisse, die welchen hatten.',
  },
  time_on_page: {
    label: 'Zeit auf der Seite',
    definition:
      'Mittlere Zeit, in der ein Besuch die Seite sichtbar und im Fokus hatte, über die Besuche, die sie ansahen. Leer, wo nicht gemessen wurde.',
  },
  scroll_depth: {
    label: 'Scrolltiefe',
    definition:
      'Wie weit eine Seite gesehen wurde, in Prozent ihrer Höhe: der Mittelwert der tiefsten Stelle jedes Besuchs auf der Seite.',
  },
}

export const DIMENSION_WORDS: Dictionary['DIMENSION_WORDS'] = {
  'event:page': { label: 'Seite' },
  'event:name': { label: 'Ereignis' },
  'event:goal': { label: 'Ziel' },
  'event:hostname': { label: 'Hostname' },
  'visit:source': { label: 'Quelle' },
  'visit:channel': { label: 'Kanal' },
  'visit:referrer': { label: 'Verweis' },
  'visit:utm_source': { label: 'UTM-Quelle' },
  'visit:utm_medium': { label: 'UTM-Medium' },
  'visit:utm_campaign': { label: 'Kampagne' },
  'visit:utm_content': { label: 'UTM-Inhalt' },
  'visit:utm_term': { label: 'UTM-Begriff' },
  'visit:area': { label: 'Wirtschaftsraum' },
  'visit:country': { label: 'Land' },
  'visit:country_name': { label: 'Name des Landes' },
  'visit:region': { label: 'Region' },
  'visit:region_name': { label: 'Name der Region' },
  'visit:city': { label: 'Stadt' },
  'visit:city_name': { label: 'Name der Stadt' },
  'visit:language': { label: 'Sprache' },
  'visit:browser': { label: 'Browser' },
  'visit:browser_version': { label: 'Browserversion' },
  'visit:os': { label: 'System' },
  'visit:os_version': { label: 'Systemversion' },
  'visit:device': { label: 'Gerät' },
  'visit:screen': { label: 'Bildschirm' },
  'visit:entry_page': { label: 'Einstiegsseite' },
  'visit:exit_page': { label: 'Ausstiegsseite' },
  'visit:entry_page_hostname': { label: 'Hostname der Einstiegsseite' },
  'visit:exit_page_hostname': { label: 'Hostname der Ausstiegsseite' },
}

export const SERVER_WORDS: Readonly<Record<ServerSentence, string>> = {
  'Something went wrong on the server. It has been logged; try again in a moment.':
    'Auf dem Server ist etwas schiefgegangen. Es steht im Protokoll; versuchen Sie es gleich noch einmal.',
  'The database does not answer at the moment. Try again in a few seconds.':
    'Die Datenbank antwortet gerade nicht. Versuchen Sie es in einigen Sekunden erneut.',
  'This question takes too long. Ask for a shorter period, fewer dimensions or fewer filters.':
    'Diese Abfrage dauert zu lange. Wählen Sie einen kürzeren Zeitraum oder weniger Filter.',
  'There is no such site, or you may not see it.':
    'Diese Website gibt es nicht, oder Sie dürfen sie nicht sehen.',
  'Only those who run this installation may do this. Ask one of them.':
    'Das dürfen nur die Betreiber dieser Installation. Fragen Sie jemanden von ihnen.',
  'Some fields need another look.': 'Sehen Sie sich die markierten Felder noch einmal an.',

  'The e-mail address or the password is wrong.': 'E-Mail-Adresse oder Passwort ist falsch.',
  'Too many people sign in at once. Try again in a moment.':
    'Zu viele melden sich gleichzeitig an. Versuchen Sie es gleich noch einmal.',
  'Too many wrong tries. Wait # minute and try again.':
    'Zu viele falsche Versuche. Warten Sie # Minute und versuchen Sie es erneut.',
  'Too many wrong tries. Wait # minutes and try again.':
    'Zu viele falsche Versuche. Warten Sie # Minuten und versuchen Sie es erneut.',
  'Too many letters were asked for from your network. Wait # minute and try again.':
    'Aus Ihrem Netz wurden zu viele E-Mails angefordert. Warten Sie # Minute und versuchen Sie es erneut.',
  'Too many letters were asked for from your network. Wait # minutes and try again.':
    'Aus Ihrem Netz wurden zu viele E-Mails angefordert. Warten Sie # Minuten und versuchen Sie es erneut.',
  'A second factor is needed.': 'Ein zweiter Faktor ist nötig.',
  'Type the six digits of your app, or a recovery code.':
    'Geben Sie die sechs Ziffern Ihrer App oder einen Wiederherstellungscode ein.',
  'Use a passkey, or type a recovery code.':
    'Verwenden Sie einen Passkey oder geben Sie einen Wiederherstellungscode ein.',
  'This code does not fit. Take the one that the app shows now.':
    'Dieser Code passt nicht. Nehmen Sie den, den die App jetzt anzeigt.',
  'This does not fit. Use a passkey, or type a recovery code.':
    'Das passt nicht. Verwenden Sie einen Passkey oder geben Sie einen Wiederherstellungscode ein.',
  'You have codes from an app already. Take them away first.':
    'Sie haben schon Codes aus einer App. Entfernen Sie diese zuerst.',
  'This is not your password.': 'Das ist nicht Ihr Passwort.',
  'This takes a sign-in of the last # minutes. Sign in again, then come back.':
    'Dafür ist eine Anmeldung in den letzten # Minuten nötig. Melden Sie sich erneut an und kommen Sie dann zurück.',
  'Use at least # characters; a few words together are easy to remember.':
    'Verwenden Sie mindestens # Zeichen; einige Wörter zusammen sind leicht zu merken.',
  'Use at most # characters.': 'Verwenden Sie höchstens # Zeichen.',
  'This password is among the first that others would try. Use a few words that only you would put together.':
    'Dieses Passwort gehört zu den ersten, die andere versuchen würden. Verwenden Sie einige Wörter, die nur Sie so zusammenstellen würden.',
  'Enter your e-mail address.': 'Geben Sie Ihre E-Mail-Adresse ein.',
  'This is not an e-mail address. It looks like name@example.com.':
    'Das ist keine E-Mail-Adresse. Eine solche sieht aus wie name@example.com.',
  'This session is over.': 'Diese Sitzung ist beendet.',
  'This took too long. Sign in again from the start.':
    'Das hat zu lange gedauert. Beginnen Sie die Anmeldung von vorn.',
  'That took too long. Try again.': 'Das hat zu lange gedauert. Versuchen Sie es erneut.',
  'That took too long. Begin again.': 'Das hat zu lange gedauert. Beginnen Sie von vorn.',
  'This passkey does not sign in here. Use another one, or your password.':
    'Dieser Passkey gilt hier nicht. Verwenden Sie einen anderen oder Ihr Passwort.',
  'This passkey is not there any more.': 'Diesen Passkey gibt es nicht mehr.',
  'This passkey cannot be used here. Try another device, or another browser.':
    'Dieser Passkey ist hier nicht verwendbar. Versuchen Sie ein anderes Gerät oder einen anderen Browser.',
  'This passkey was added already.': 'Dieser Passkey wurde schon hinzugefügt.',
  'You have # passkeys already. Take one away first.':
    'Sie haben schon # Passkeys. Entfernen Sie zuerst einen.',
  'This set-up link is used up or too old. "npm run hanki -- setup-link" prints a new one while nobody has an account.':
    'Dieser Einrichtungslink ist verbraucht oder zu alt. „npm run hanki -- setup-link“ gibt einen neuen aus, solange niemand ein Konto hat.',
  'This link is used up or too old. Whoever runs this installation makes a new one with "hanki user reset EMAIL".':
    'Dieser Link ist verbraucht oder zu alt. Wer diese Installation betreibt, erstellt mit „hanki user reset EMAIL“ einen neuen.',
  'This link is used up, too old or was replaced by a later one. Ask for a new one where you sign in, under "Forgotten your password?".':
    'Dieser Link ist verbraucht, zu alt oder durch einen späteren ersetzt. Fordern Sie bei der Anmeldung unter „Passwort vergessen?“ einen neuen an.',
  'If there is an account of this address, a letter is on its way to it, with a link that works for an hour.':
    'Wenn es zu dieser Adresse ein Konto gibt, ist eine E-Mail mit einem Link unterwegs, der eine Stunde gilt.',
  'Hanki is not set up to send letters here. Ask whoever runs it for a link: "hanki user reset EMAIL" makes one.':
    'Hanki ist hier nicht für den E-Mail-Versand eingerichtet. Bitten Sie den Betreiber um einen Link: „hanki user reset EMAIL“ erstellt ihn.',
  'This is your own account. Let another operator remove it.':
    'Das ist Ihr eigenes Konto. Lassen Sie es von einem anderen Betreiber entfernen.',
  'Nobody would be left who runs this installation. Make somebody else an operator first.':
    'Es bliebe kein Betreiber dieser Installation übrig. Ernennen Sie zuerst jemand anderen.',
  'There is no such account any more.': 'Dieses Konto gibt es nicht mehr.',

  'This invitation is used up, too old or was taken back. Ask for a new one.':
    'Diese Einladung ist verbraucht, zu alt oder zurückgenommen. Bitten Sie um eine neue.',
  'There is no such invitation any more.': 'Diese Einladung gibt es nicht mehr.',
  'This person is a member already. Change the role in the list.':
    'Diese Person ist schon dabei. Ändern Sie die Rolle in der Liste.',
  'This person is no member of the site.': 'Diese Person gehört nicht zur Website.',
  'Only owners change what owners are.': 'Nur Inhaber dürfen Inhaber ändern.',
  'Only owners make owners.': 'Nur Inhaber ernennen Inhaber.',
  'The site would have no owner. Make somebody else owner first.':
    'Die Website hätte keinen Inhaber mehr. Ernennen Sie zuerst jemand anderen.',

  'This site is tracked already.': 'Diese Website wird schon gezählt.',
  'Only sites that are served over http or https can be tracked.':
    'Nur Websites mit http oder https können gezählt werden.',
  'Enter one domain only, without spaces or commas.':
    'Geben Sie nur eine Domain ein, ohne Leerzeichen oder Kommas.',
  'This looks like an e-mail address. Enter the domain of the site, such as example.com.':
    'Das sieht nach einer E-Mail-Adresse aus. Geben Sie die Domain der Website ein, zum Beispiel example.com.',
  'This is not a domain. Enter the host name of the site, such as example.com.':
    'Das ist keine Domain. Geben Sie den Hostnamen der Website ein, zum Beispiel example.com.',
  'This time zone is unknown. Enter a name such as Europe/Helsinki or UTC.':
    'Diese Zeitzone ist unbekannt. Geben Sie einen Namen wie Europe/Helsinki oder UTC ein.',
  'Some settings are wrong; nothing was changed.': 'Einige Einstellungen sind falsch; nichts wurde geändert.',
  'The annotation is wrong; nothing was changed.': 'Die Notiz ist falsch; nichts wurde geändert.',
  'A site may have # annotations. Remove one first.':
    'Eine Website darf # Notizen haben. Entfernen Sie zuerst eine.',
  'There may be # keys. Revoke one first.': 'Es darf # Schlüssel geben. Widerrufen Sie zuerst einen.',
  'There is no such key any more.': 'Diesen Schlüssel gibt es nicht mehr.',
  'A site may have # links. Revoke one first.':
    'Eine Website darf # Links haben. Widerrufen Sie zuerst einen.',
  'There is no such link any more.': 'Diesen Link gibt es nicht mehr.',
  'This link is over, was revoked, or is incomplete. Ask for a new one.':
    'Dieser Link ist abgelaufen, widerrufen oder unvollständig. Bitten Sie um einen neuen.',
  'Type the password that belongs to this link.': 'Geben Sie das Passwort dieses Links ein.',
  'This is not the password of this link.': 'Das ist nicht das Passwort dieses Links.',
  'A name is one line of at most # characters.': 'Ein Name ist eine Zeile mit höchstens # Zeichen.',
  'There are no public statistics at this address, or they are not public any more.':
    'Unter dieser Adresse gibt es keine öffentliche Statistik, oder sie ist nicht mehr öffentlich.',
  'The segment is wrong; nothing was changed.': 'Das Segment ist falsch; nichts wurde geändert.',
  'A site may have # segments. Remove one first.':
    'Eine Website darf # Segmente haben. Entfernen Sie zuerst eines.',
  'The site has no such segment.': 'Die Website hat kein solches Segment.',
  'A link cannot be limited to a segment that asks for goals, since these can be changed later. Use event:page or event:name.':
    'Ein Segment, das nach Zielen fragt, ist hier nicht wählbar, weil Ziele später geändert werden können. Wählen Sie eines, das nach Seiten oder Ereignissen fragt.',
  'Give at most # origins.': 'Geben Sie höchstens # Adressen an.',
  'A site may have # goals. Remove one first.':
    'Eine Website darf # Ziele haben. Entfernen Sie zuerst eines.',
  'The site has no goal of this name.': 'Die Website hat kein Ziel dieses Namens.',
  'The funnel "#" has this goal as a step. Change the funnel first.':
    'Das Ziel ist ein Schritt des Trichters „#“. Ändern Sie zuerst den Trichter.',
  'A site may have # funnels. Remove one first.':
    'Eine Website darf # Trichter haben. Entfernen Sie zuerst einen.',
  'The site has no such funnel.': 'Diesen Trichter gibt es nicht mehr.',

  'must be a host name such as shop.example.net': 'ist kein Hostname, wie etwa shop.example.net.',
  'must begin with "/", such as /orders/*/pay': 'beginnt nicht mit „/“, wie etwa /orders/*/pay.',
  'must be the name of a query parameter, such as q': 'ist kein Name eines Abfrageparameters, wie etwa q.',
  'must be a country code of two letters, such as FI':
    'ist kein Ländercode aus zwei Buchstaben, wie etwa FI.',
  'must be an address or a network such as 192.0.2.0/24 or 2001:db8::/32':
    'ist weder Adresse noch Netz, wie etwa 192.0.2.0/24 oder 2001:db8::/32.',
  'must be a day, such as 2026-11-24': 'Ein Tag hat die Form 2026-11-24.',
  'must not be empty': 'darf nicht leer sein',
  'must hold at least one filter': 'Fügen Sie mindestens einen Filter hinzu.',
  'must not hold control characters': 'darf keine Steuerzeichen enthalten',
  'may have at most # characters': 'darf höchstens # Zeichen haben',
  'has a *: name every origin, such as https://www.example.com.':
    'enthält ein *. Geben Sie jede Adresse einzeln an, zum Beispiel https://www.example.com.',
  'is no origin. Write https:// and the host, such as https://example.com.':
    'ist ungültig. Schreiben Sie https:// und den Hostnamen, zum Beispiel https://example.com.',
  'is not safe: write https://. Plain http:// is for localhost only.':
    'ist nicht sicher: Schreiben Sie https://. Bloßes http:// gilt nur für localhost.',
  'is more than an origin. Write "#".': 'ist zu lang. Schreiben Sie „#“.',
  'has a host that browsers would not take. Write it as in the address bar.':
    'hat einen Hostnamen, den Browser nicht annehmen. Schreiben Sie ihn wie in der Adressleiste.',
  'is a page view: use the goal_type "page" with a page_path such as "/**"':
    'Das ist ein Seitenaufruf. Wählen Sie, dass eine Seite aufgerufen wird, zum Beispiel /**.',
  'is not an event of its own: use the goal_type "scroll"':
    'Das ist kein eigenes Ereignis. Wählen Sie, dass eine Seite bis zu einer gewissen Tiefe gelesen wird.',
  'is not an event of its own: use the step_type "page"':
    'Das ist kein eigenes Ereignis. Wählen Sie eine Seite als Schritt.',
  'must be a currency code of ISO 4217, such as EUR': 'Geben Sie einen Währungscode ein, zum Beispiel EUR.',
  'may have at most # wildcards': 'darf höchstens # Platzhalter haben',
  'is the name of another goal': 'So heißt schon ein anderes Ziel.',
  'is no goal of the site': 'Die Website hat kein solches Ziel.',
}
