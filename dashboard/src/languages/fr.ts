import type { ServerSentence } from '../lib/server-sentences.ts'
import type { Dictionary } from './dictionary.ts'

export const LOCALE: Dictionary['LOCALE'] = 'fr'

export const WORDS: Dictionary['WORDS'] = {
  product: 'Hanki',
  skipToContent: 'Aller aux statistiques',
  skipToForm: 'Aller au formulaire',
  loading: 'Chargement',
  retry: 'Réessayer',
  close: 'Fermer',
  unreachable: 'Le serveur ne répond pas. Vérifiez qu’il fonctionne et que cet appareil est en ligne.',
  strangeAnswer: (status: number) =>
    `Le serveur a donné une réponse que cette page ne comprend pas (${status}).`,
  failed: 'Le chargement a échoué.',
  language: 'Langue',
  chooseLanguage: (name: string) => `Langue : ${name}. En choisir une autre`,
  stale: (time: string) =>
    `Le serveur ne répond pas. Ces chiffres datent de ${time} ; nouvel essai en cours.`,
  updated: (count: number, visitors: string, period: string) =>
    `Mis à jour : ${visitors} ${count < 2 ? 'visiteur' : 'visiteurs'}, ${period}.`,
  labelled: (label: string, text: string) => `${label} : ${text}`,
  listed: (said: string, more: string) => `${said} ; ${more}`,
  quoted: (text: string) => `« ${text} »`,
  entryFault: (entry: string, fault: string) => `« ${entry} » ${fault}`,

  // Connexion
  signInTitle: 'Connexion',
  signInLead: 'Vos statistiques restent sur votre propre serveur.',
  email: 'E-mail',
  password: 'Mot de passe',
  signIn: 'Se connecter',
  signOut: 'Se déconnecter',
  signedInAs: 'Connecté en tant que',
  signInWith: (provider: string) => `Se connecter avec ${provider}`,
  signInOnlyLead: 'Vos statistiques restent sur votre propre serveur. Aucun mot de passe n’est utilisé ici.',
  signInAgain: 'Recommencer la connexion',
  providerCodeLead: 'Votre compte a un second facteur : présentez-le pour continuer.',
  sessionOver: 'Votre session est terminée. Connectez-vous pour reprendre là où vous en étiez.',
  noUserYet: 'Personne n’a encore de compte ici.',
  noUserYetHelp:
    'Ouvrez le lien d’installation affiché au démarrage de Hanki. Pour en obtenir un nouveau, lancez au même endroit :',
  setupLinkCommand: 'npm run hanki -- setup-link',
  emailMissing: 'Saisissez votre adresse e-mail.',
  emailFormat: 'Cela ne ressemble pas à une adresse e-mail, comme maija@example.fi.',
  passwordMissing: 'Saisissez votre mot de passe.',

  // Installation
  setupTitle: 'Bienvenue dans Hanki',
  setupLead: 'Créez votre compte. Il est conservé sur ce serveur et nulle part ailleurs.',
  setupAction: 'Créer le compte',
  passwordHint: (least: number) =>
    `Au moins ${least} caractères. Une phrase que vous seul pourriez inventer convient bien.`,
  passwordTooShort: (least: number, length: number) =>
    `Utilisez au moins ${least} caractères ; il y en a ${length} ici.`,
  setupNoToken: 'Il manque à cette adresse son jeton à usage unique.',
  setupLinkOver: 'Ce lien d’installation a déjà servi ou date de plus de 15 minutes.',
  setupNewLink: 'Tant que personne n’a de compte, ceci affiche un nouveau lien :',
  setupHasAccount: 'Vous avez déjà un compte ?',

  // Sites
  newSiteTitle: 'Ajouter un site',
  newSiteLead: 'Sur quel site voulez-vous compter les visites ?',
  domain: 'Domaine',
  domainHint: 'Sans https:// ni www., par exemple example.fi',
  domainMissing: 'Saisissez le domaine de votre site, par exemple example.fi.',
  timezone: 'Fuseau horaire',
  timezoneHint:
    'La journée du site commence et finit selon ce fuseau. Les identifiants des visiteurs ne vivent pas plus longtemps.',
  timezoneUnknown: 'Choisissez un fuseau horaire dans la liste, par exemple Europe/Paris.',
  addSite: 'Ajouter le site',
  addAnotherSite: 'Ajouter un site',
  sites: 'Sites',
  allSites: 'Tous les sites',
  findSite: 'Chercher un site',
  noSiteFound: (wanted: string) => `Aucun site n’a « ${wanted} » dans son domaine.`,
  visitorsToday: (count: number) => (count < 2 ? 'visiteur aujourd’hui' : 'visiteurs aujourd’hui'),
  sinceSameDay: 'qu’il y a une semaine à la même heure',
  lastSevenDays: (days: string) => `Visiteurs des sept derniers jours, aujourd’hui en dernier : ${days}`,
  pin: (domain: string) => `Afficher ${domain} en premier`,

  // Notes sur les jours
  annotations: 'Notes sur les jours',
  addAnnotation: 'Noter quelque chose sur un jour',
  annotationDay: 'Jour',
  annotationText: 'Ce qui s’est passé',
  disturbed: 'Le comptage a été perturbé',
  keyRestarted: (day: string) =>
    `${day} : la clé du jour a été recréée, donc les personnes venues avant et après comptent deux fois.`,
  wasAway: (from: string, until: string) =>
    `Hanki ne fonctionnait pas du ${from} au ${until} : rien n’a été compté pendant ce temps.`,
  removeAnnotation: (text: string) => `Supprimer la note « ${text} »`,

  // Ce qui est compté
  counting: 'Ce qui est compté',
  countingOf: (domain: string) => `Ce que compte ${domain}`,
  countingLead: 'Pour les événements à venir ; ce qui a été compté ne change pas.',
  someWrong: 'Rien n’a été enregistré : voyez ce qui est signalé ci-dessus.',
  hostnames: 'Autres noms d’hôte de ce site',
  hostnamesHint: (domain: string) =>
    `En plus de ${domain} et de tout ce qui finit par .${domain}. Un par ligne.`,
  leftOut: 'Exclusions',
  shieldNetworks: 'Réseaux et adresses',
  shieldNetworksHint:
    'Par exemple votre bureau : 192.0.2.0/24, 2001:db8::/32 ou une seule adresse. Un par ligne.',
  shieldPages: 'Pages',
  shieldPagesHint: 'Par exemple /admin/** ou /*/draft. Une par ligne.',
  shieldHostnames: 'Noms d’hôte',
  shieldHostnamesHint: 'Par exemple staging.example.com. Un par ligne.',
  shieldCountries: 'Pays',
  shieldCountriesHint: 'Codes de deux lettres, par exemple SE. Un par ligne.',
  countHosting: 'Compter aussi les événements venant de centres de données',
  pagesTitle: 'Pages',
  foldSlash: '/prices/ et /prices sont une seule page',
  maskTokens: 'Remplacer par * les identifiants et jetons dans les chemins',
  masks: 'Modèles qui forment chacun une page',
  masksHint:
    'Par exemple /orders/*/pay : chaque page que le modèle couvre est comptée sous son nom. Un par ligne.',
  keepParameters: 'Paramètres de requête qui font partie de la page',
  keepParametersHint:
    'Par exemple q ou category. Tous les autres sont retirés avant toute écriture. Un par ligne.',
  visitorsTitle: 'Visiteurs',
  precision: 'Ce qui distingue les visiteurs',
  precisions: {
    full: 'Une empreinte de l’adresse complète : environ 1 % de moins',
    network: 'Leur réseau seulement : plus strict, mais beaucoup de moins',
  },
  referrers: 'Conserver l’hôte d’où viennent les visiteurs',

  // Réglages d’un site
  settings: 'Réglages',
  settingsOf: (domain: string) => `Réglages de ${domain}`,
  renameHint:
    'Changer de domaine conserve tous les chiffres. Les pages qui nomment encore l’ancien sont comptées 72 heures de plus.',
  formerDomain: (domain: string, until: string) => `${domain} est compté avec ce site jusqu’au ${until}.`,
  moveHint: 'Un autre fuseau s’applique à partir du prochain minuit ; les jours passés gardent le leur.',
  nextTimezone: (now: string, next: string, from: string) =>
    `${now} actuellement, ${next} à partir du ${from}.`,
  save: 'Enregistrer',
  saved: 'Enregistré.',
  endTitle: 'Recommencer ou arrêter',
  endLead:
    'Recommencer efface tout ce qui a été compté ; réglages, objectifs, personnes et clés restent. Supprimer le site arrête aussi le comptage. Ni l’un ni l’autre ne peut être annulé.',
  typeDomain: (domain: string) => `Saisissez ${domain} pour confirmer`,
  resetSite: 'Effacer tous les chiffres',
  siteIsReset: 'Le comptage repart de zéro. Ce qui existait est effacé en quelques minutes.',
  deleteSite: 'Supprimer le site',
  switchSite: (domain: string) => `Site : ${domain}. Changer de site`,

  // En attendant le premier événement
  waitingTitle: (domain: string) => `Placez ceci sur ${domain}`,
  waitingLead:
    'Ce code va dans le head de chaque page et n’enregistre rien sur les appareils de vos visiteurs.',
  snippet: 'Extrait de code',
  copy: 'Copier',
  copied: 'Copié',
  copyFailed: 'Sélectionnez la ligne et copiez-la.',
  waiting: 'En attente du premier événement…',

  // Installer le code
  install: 'Extrait de code',
  installOn: (domain: string) => `Extrait de code pour ${domain}`,
  platform: 'Avec quoi le site est-il fait ?',
  alsoCount: 'Compter, en plus des pages vues',
  hashPages: 'les pages derrière #',
  eventsArrive: 'Les événements de ce site arrivent.',
  findSilence:
    'Rien n’est encore arrivé. Ouvrez une page de votre site dans un autre onglet ; cet écran le verra de lui-même.',
  findOtherHosts: (hosts: string, domain: string) =>
    `Des événements sont venus de ${hosts}, qui n’est ni ${domain} ni un de ses sous-domaines. S’il fait partie du site, ajoutez-le sous « Ce qui est compté ».`,
  findShielded:
    'Des événements sont arrivés, mais une de vos règles les a exclus. Vérifiez ce que vous excluez.',
  findOnlyBots: (names: string) =>
    `Seuls des programmes sont venus jusqu’ici (${names}). Ouvrez vous-même une page dans un navigateur ordinaire.`,
  findOnlyDataCentres: (names: string) =>
    `Des événements ne sont venus que de centres de données (${names}) : un serveur, un test dans le cloud ou un VPN. Ouvrez une page sans cela.`,
  findUnknownSite: (count: number, domain: string) =>
    `${count < 2 ? 'Un événement est venu' : `${count} événements sont venus`} depuis une heure pour un domaine qui n’est pas configuré ici. Comparez data-domain avec ${domain}.`,
  findUnknownProxy:
    'Un proxy placé devant Hanki transmet les requêtes, mais Hanki ne se fie pas à ce qu’il dit des adresses : tous les visiteurs sembleront n’en faire qu’un. Indiquez son réseau dans HANKI_TRUSTED_PROXIES.',
  nothingArrives: 'Rien n’arrive ?',
  causePublished:
    'La page est-elle publiée avec le code ? Regardez son code source ; un cache peut montrer l’ancienne version.',
  causeBlocker:
    'Votre navigateur le bloque-t-il ? Essayez un autre navigateur, ou une fenêtre sans extensions.',
  causeObjection:
    'Votre navigateur envoie-t-il Global Privacy Control ou Do Not Track ? Dans ce cas, vous n’êtes pas compté, comme toute personne qui s’y oppose.',
  causePolicy: 'La page a-t-elle une Content Security Policy ? Il lui faut ceci :',
  causeDomain: (domain: string) =>
    `data-domain indique-t-il ${domain}, et la page se trouve-t-elle sur cet hôte ou au-dessous ?`,
  firstEvent: 'Le premier événement est là.',
  excludeTitle: 'Exclure ce navigateur',
  excludeLead:
    'Vos propres visites n’ont pas besoin d’être comptées. Votre site s’ouvre dans un autre onglet et demande si ce navigateur doit être exclu, ou compté de nouveau s’il l’était déjà. Pour cela, un cookie est conservé dans ce navigateur, 13 mois au plus ; Safari l’oublie après une semaine.',
  excludeOpen: (domain: string) => `Demander sur ${domain}`,

  // Votre compte
  yourAccount: 'Votre compte',
  sessions: 'Navigateurs connectés',
  unknownBrowser: 'Navigateur inconnu',
  thisBrowser: 'celui-ci',
  signedInSince: (day: string) => `depuis le ${day}`,
  endSession: 'Déconnecter',
  endSessionOf: (client: string, day: string) => `Déconnecter ${client}, depuis le ${day}`,
  endOthers: 'Déconnecter tous les autres',
  changePassword: 'Changer le mot de passe',
  provider: 'Service de connexion',
  providerLinked: (name: string) => `Associé : vous pouvez vous connecter avec ${name}.`,
  providerNotLinked: (name: string) =>
    `Non associé. Il le sera quand vous vous connecterez avec ${name} et l’adresse e-mail de ce compte.`,
  providerUnlink: 'Dissocier',
  providerNoPassword:
    'Votre compte n’a pas de mot de passe ; la personne qui gère cette installation peut créer un lien pour en choisir un : hanki user reset EMAIL',
  presentPassword: 'Mot de passe actuel',
  newPassword: 'Nouveau mot de passe',
  passwordChanged: 'Votre mot de passe est changé, et tous les autres navigateurs sont déconnectés.',

  // Un nouveau mot de passe par lien
  resetTitle: 'Choisir un nouveau mot de passe',
  resetLead: 'Tous les navigateurs connectés avec l’ancien seront déconnectés.',
  resetDone: 'Votre mot de passe est changé. Utilisez-le pour vous connecter.',
  forgottenTitle: 'Mot de passe oublié ?',
  forgottenLead:
    'Saisissez l’adresse e-mail de votre compte. Vous recevrez un message avec un lien pour choisir un nouveau mot de passe.',
  forgottenSend: 'Envoyer le message',
  toSignIn: 'Vers la connexion',
  forgotPassword:
    'Mot de passe oublié ? La personne qui gère cette installation peut créer un lien : hanki user reset EMAIL',

  // Second facteur
  code: 'Code',
  codeHint: 'Six chiffres de votre application, ou un code de secours.',
  recoveryCode: 'Code de secours',
  secondFactor: 'Second facteur',
  secondFactorOff: 'Désactivé : votre mot de passe suffit pour vous connecter.',
  secondFactorOffProvider: 'Désactivé : le service de connexion décide seul de vous laisser entrer.',
  firstPassword: 'votre mot de passe',
  firstProvider: 'le service de connexion',
  secondFactorOn: (first: string) =>
    `Activé : après ${first}, il faut un code de votre application pour se connecter.`,
  secondFactorByPasskey: (first: string) =>
    `Activé : après ${first}, il faut une clé d’accès ou un code de secours pour se connecter.`,
  secondFactorByBoth: (first: string) =>
    `Activé : après ${first}, il faut un code de votre application ou une clé d’accès pour se connecter.`,
  secondFactorNeeded:
    'Un second facteur est exigé ici. Ajoutez les codes d’une application ou une clé d’accès pour continuer.',
  recoveryCodesLeft: (count: number) =>
    count < 2 ? `Il reste ${count} code de secours.` : `Il reste ${count} codes de secours.`,
  secondFactorAdd: 'Ajouter un second facteur',
  secondFactorScan: 'Photographiez ceci avec une application d’authentification, ou saisissez-y la clé :',
  secondFactorKey: 'Clé',
  secondFactorPicture: 'Code QR de la clé',
  secondFactorConfirm: 'Confirmer',
  recoveryCodes:
    'Conservez ces codes de secours là où sont vos mots de passe. Chacun fonctionne une fois, quand ni l’application ni la clé d’accès n’est à portée ; ils ne seront plus affichés :',
  secondFactorRemove: 'Les retirer',
  secondFactorAddCodes: 'Ajouter les codes d’une application',
  secondFactorRemoveCodes: 'Retirer les codes de l’application',
  cancel: 'Annuler',

  // Clés d’accès
  passkeys: 'Clés d’accès',
  passkeysLead:
    'Une clé d’accès se trouve sur votre téléphone, votre ordinateur ou une clé de sécurité. Elle vous connecte sans mot de passe, une fois que l’appareil s’est assuré que c’est bien vous.',
  passkeysOnlyLead:
    'Une clé d’accès se trouve sur votre téléphone, votre ordinateur ou une clé de sécurité. Après le service de connexion, elle remplace le code, une fois que l’appareil s’est assuré que c’est bien vous.',
  passkeySignIn: 'Se connecter avec une clé d’accès',
  passkeyUse: 'Utiliser une clé d’accès',
  passkeyAdd: 'Ajouter une clé d’accès',
  passkeyName: 'Nom de la clé d’accès',
  passkeyNameHint: 'Par exemple Téléphone ou Clé bleue. Sinon, elle prend le nom de ce navigateur.',
  passkeyAdded: (day: string) => `ajoutée le ${day}`,
  passkeyUsed: (day: string) => `utilisée le ${day}`,
  passkeyUnused: 'jamais utilisée',
  passkeyRename: 'Renommer',
  passkeyRenameOf: (name: string) => `Renommer la clé d’accès ${name}`,
  passkeyRemove: 'Supprimer',
  passkeyRemoveOf: (name: string) => `Supprimer la clé d’accès ${name}`,
  passkeyRemoveTitle: (name: string) => `Supprimer ${name}`,
  passkeyRemoveHint: 'Supprimez-la aussi de votre appareil, sinon il continuera à la proposer.',
  passkeysNowhere:
    'Les clés d’accès fonctionnent quand Hanki est accessible en HTTPS sous un nom. La personne qui gère cette installation définit HANKI_PUBLIC_URL.',
  passkeysElsewhere: 'Les clés d’accès ne fonctionnent qu’à cette adresse :',
  passkeysUnknown: 'Ce navigateur ne prend pas en charge les clés d’accès.',
  passkeyNotShown: 'Aucune clé d’accès utilisée : la fenêtre a été fermée ou le délai est passé.',
  passkeyThere: 'Cet appareil a déjà une clé d’accès pour ce compte.',
  passkeyFailed: 'Le navigateur n’a pas pu utiliser de clé d’accès. Réessayez, ou essayez un autre appareil.',

  // Comptes de l’installation
  accounts: 'Comptes',
  accountsLead:
    'Tous ceux qui ont un compte ici. Les gestionnaires s’occupent de l’installation : ils ajoutent des sites et sont propriétaires de chacun.',
  accountSince: (day: string) => `depuis le ${day}`,
  hasSecondFactor: 'second facteur',
  hasNoSecondFactor: 'pas de second facteur',
  operator: 'Gestionnaire',
  reallyRemoveAccount: (email: string) =>
    `Supprimer le compte ${email} ? Les clés et les liens que cette personne a créés ne fonctionneront plus.`,

  // Personnes d’un site
  people: 'Personnes',
  peopleOf: (domain: string) => `Personnes de ${domain}`,
  peopleLead: 'Qui peut voir ces statistiques, chacun avec son propre compte et son propre mot de passe.',
  you: 'vous',
  roleOf: (email: string) => `Rôle de ${email}`,
  role: 'Rôle',
  removePerson: (email: string) => `Retirer ${email}`,
  remove: 'Retirer',
  leaveSite: 'Quitter',
  reallyRemove: (email: string, domain: string) =>
    `Retirer ${email} de ${domain} ? L’accès prend fin aussitôt.`,
  reallyLeave: (domain: string) => `Quitter ${domain} ? Votre accès prend fin aussitôt.`,
  invitations: 'Invitations',
  invitedUntil: (day: string) => `jusqu’au ${day}`,
  takeBack: 'Annuler',
  takeBackFrom: (email: string) => `Annuler l’invitation de ${email}`,
  inviteTitle: 'Inviter quelqu’un',
  invite: 'Inviter',
  invitationLink: (email: string) =>
    `Envoyez ce lien à ${email}. Il n’est affiché qu’une fois et sert une fois, dans la semaine :`,
  invitationMailed: (email: string) => `Un message est en route vers ${email}.`,
  invitationMailedLink:
    'S’il n’arrive pas, voici son lien. Il n’est affiché qu’une fois et sert une fois, dans la semaine :',
  invitationLinkFor: (email: string) => `Lien pour ${email}`,
  toStatistics: 'Vers les statistiques',

  // Clés des programmes
  keys: 'Clés d’API',
  keysOf: (domain: string) => `Clés d’API de ${domain}`,
  keysLead: 'Pour les programmes qui interrogent les statistiques de ce site ou lui envoient des événements.',
  noKeys: 'Il n’y en a pas encore.',
  keyMadeBy: (email: string) => (email === '' ? 'créée en ligne de commande' : `créée par ${email}`),
  keyUntil: (day: string) => `jusqu’au ${day}`,
  keyWithoutEnd: 'sans limite',
  keyIsOver: 'plus valable',
  revoke: 'Révoquer',
  revokeKey: (name: string) => `Révoquer ${name}`,
  reallyRevoke: (name: string) =>
    `Révoquer ${name} ? Les programmes qui l’utilisent ne recevront plus de réponse.`,
  makeKeyTitle: 'Créer une clé',
  makeKey: 'Créer la clé',
  keyName: 'À quoi sert-elle ?',
  keyNameHint: 'Par exemple le nom du programme.',
  keyScopes: 'Elle peut',
  keyNeedsScope: 'Choisissez ce qu’elle peut faire.',
  keyLife: 'Elle est valable',
  keyLives: { 30: '30 jours', 90: '90 jours', 365: 'un an', 0: 'sans limite' },
  keyShownOnce: 'Copiez la clé maintenant : elle ne sera plus affichée.',

  // Liens vers les statistiques
  sharing: 'Partage',
  sharingOf: (domain: string) => `Partage de ${domain}`,
  sharingLead: 'Voici comment voir les statistiques de ce site, et rien d’autre, sans avoir de compte.',
  noLinks: 'Il n’y en a pas encore.',
  linkHasPassword: 'avec mot de passe',
  linkMadeBy: (email: string) => (email === '' ? 'créé par un programme' : `créé par ${email}`),
  reallyRevokeLink: (name: string) => `Révoquer ${name} ? Qui a le lien ne verra plus rien.`,
  makeLinkTitle: 'Créer un lien',
  makeLink: 'Créer le lien',
  linkName: 'Pour qui est-il ?',
  linkNameHint: 'Par exemple la direction ou une agence.',
  linkPassword: 'Mot de passe (facultatif)',
  linkPasswordHint: 'Au moins 12 caractères. Transmettez-le autrement que le lien.',
  linkShownOnce: 'Copiez le lien maintenant : il ne sera plus affiché.',
  linkFrame: 'Pour les afficher dans une de vos pages, copiez aussi ceci maintenant :',
  segmentChoice: 'Ce qui est affiché',
  segmentNone: 'Tout',
  segmentKept: (name: string) => `Comme actuellement, seulement : ${name}`,
  segmentChoiceHint:
    'Le segment est conservé tel qu’il est : le modifier ou le supprimer plus tard ne change rien ici. Un segment qui porte sur des objectifs ne peut pas être choisi.',
  minimumChoice: 'Minimum de visiteurs par ligne',
  minimumNone: 'Aucun minimum',
  minimumOf: (visitors: number) => `${visitors} visiteurs par jour`,
  minimumChoiceHint:
    'Avec un minimum, les lignes plus petites sont exclues jour par jour, aujourd’hui n’est pas affiché et il n’y a pas de filtres : personne ne retrouve un visiteur isolé en comparant.',
  originsChoice: 'Pages qui peuvent les intégrer (facultatif)',
  originsChoiceHint:
    'Une adresse par ligne, par exemple https://www.example.com. Les pages des autres ne le peuvent pas.',
  linkSegment: (name: string) => `n’affiche que « ${name} »`,
  linkMinimum: (visitors: number) => `lignes d’au moins ${visitors} visiteurs par jour`,
  linkFramedBy: (origins: string) => `intégrable par ${origins}`,
  linksTitle: 'Liens',
  publicTitle: 'Statistiques publiques',
  publicLeadOff: 'Seules les personnes qui ont un compte ou un lien voient les statistiques de ce site.',
  publicLeadOn: 'Le monde entier voit les statistiques de ce site, sans compte ni lien :',
  publicSees:
    'Chacun verrait combien de personnes visitent quelles pages, d’où et avec quoi, ainsi que les noms des objectifs, des événements et des campagnes. Personne ne voit les réglages, les notes ni qui d’autre a accès.',
  publicChoices: 'Ce que tout le monde peut voir',
  publicIndexed: 'Les moteurs de recherche peuvent les répertorier',
  makePublic: 'Rendre publiques',
  savePublic: 'Enregistrer',
  publicSaved: 'Enregistré, avec effet immédiat.',
  makePrivate: 'Rendre privées',
  reallyMakePublic: (domain: string) => `Laisser le monde entier voir les statistiques de ${domain} ?`,
  publicFrame: 'Pour les afficher dans une de vos pages :',
  frameTitle: (domain: string) => `Statistiques de ${domain}`,
  sharedTitle: 'Des statistiques pour vous',
  sharedPasswordLead: 'Ce lien a un mot de passe. La personne qui vous l’a envoyé le connaît.',
  sharedOpen: 'Afficher les statistiques',
  sharedOverTitle: 'Ce lien ne peut pas être utilisé',
  sharedOver: 'Ce lien a expiré ou a été révoqué. Demandez-en un nouveau.',
  sharedNothingYet: 'Rien n’a encore été compté. Les chiffres apparaîtront ici dès qu’il y en aura.',
  sharedNote: 'Consulté par un lien',
  sharedIncomplete: 'Ce lien est incomplet. Demandez le lien entier à la personne qui l’a placé ici.',
  sharedLimits: 'Ce qui est affiché',
  sharedSegment: (name: string) => `Seulement : ${name}`,
  sharedSegmentHint: 'Tous les chiffres portent sur cette partie du site. Cela ne peut pas être changé ici.',
  sharedMinimum: (visitors: number) =>
    `Les chiffres portent sur des jours terminés. Chaque jour, les lignes de moins de ${visitors} visiteurs sont exclues.`,
  publicNote: 'Statistiques publiques',
  publicOver: 'Ces statistiques ne sont plus publiques.',

  // Ce qui a été fait ici
  audit: 'Journal d’audit',
  auditLead:
    'Ce que des personnes et des programmes ont fait ici, le plus récent d’abord. Rien ne concerne les visiteurs.',
  auditOlder: 'Afficher les plus anciens',
  auditExport: 'Tout télécharger :',
  auditExports: {
    csv: 'en CSV, pour les tableurs',
    jsonl: 'en lignes JSON, pour « hanki audit verify --file »',
  },
  auditNobody: 'un inconnu',
  auditCommandLine: 'ligne de commande',
  auditHanki: 'Hanki lui-même',
  auditKey: (id: string) => `clé ${id}`,
  auditWhen: 'Quand',
  auditWho: 'Qui',
  auditWhat: 'Quoi',

  // Une invitation
  invitationTitle: (domain: string) => `Rejoindre ${domain}`,
  invitationLead: (role: string) => `Vous êtes invité : ${role}.`,
  invitationPassword: (email: string) => `Choisissez un mot de passe. Vous vous connecterez avec ${email}.`,
  invitationOnly: (email: string, provider: string) =>
    `Connectez-vous avec ${provider} en tant que ${email}.`,
  invitationSignIn: (email: string, domain: string) =>
    `Connectez-vous en tant que ${email} pour rejoindre ${domain}.`,
  invitationOther: (invited: string, email: string) =>
    `L’invitation est pour ${invited}, et vous êtes connecté en tant que ${email}.`,
  invitationOver: 'Cette invitation ne peut pas être utilisée',
  join: 'Rejoindre',

  // Rien ici
  unknownTitle: 'Il n’y a pas de page ici',
  unknownLead: (path: string) => `Rien ne se trouve à ${path}.`,
  unknownSiteTitle: (domain: string) => `${domain} n’est pas l’un de vos sites`,
  unknownSiteLead: 'Vérifiez l’orthographe de l’adresse, ou demandez une invitation au propriétaire du site.',
  noSiteTitle: 'Il n’y a pas encore de site pour vous ici',
  noSiteLead: 'La personne qui s’occupe d’un site peut vous y inviter. D’ici là, il n’y a rien à voir.',
  home: 'Vers vos statistiques',

  // Barre du haut
  hereNow: 'en ligne',
  hereNowHint: 'Visiteurs ayant eu un événement dans les cinq dernières minutes',
  filter: 'Filtrer',
  filters: 'Filtres',
  addFilter: 'Filtrer : ajouter un filtre',
  removeFilter: (filter: string) => `Retirer le filtre : ${filter}`,
  clearFilters: 'Tout retirer',
  filterWhat: 'Quoi',
  filterHow: 'Comment',
  filterValue: 'Valeur',
  filterValueMissing: 'Saisissez ou choisissez une valeur.',
  applyFilter: 'Appliquer',
  or: 'ou',
  noValue: '(vide)',
  without: 'Sauf',
  choosePeriod: (period: string) => `Période : ${period}. En choisir une autre`,
  customRange: 'Dates au choix',
  from: 'Du',
  to: 'Au',
  apply: 'Appliquer',
  rangeInvalid: 'Le premier jour ne doit pas être après le dernier.',
  withoutToday: 'Sans aujourd’hui',
  withoutTodayHint: 'Seulement les jours terminés.',
  nothingOverYet:
    'La période a commencé aujourd’hui et aucun de ses jours n’est terminé : aujourd’hui est donc affiché.',
  periodWithoutToday: (period: string) => `${period}, sans aujourd’hui`,
  account: 'Compte et apparence',
  appearance: 'Apparence',
  themes: { system: 'Du système', light: 'Clair', dark: 'Sombre' },

  // Segments
  segments: 'Segments',
  segmentFind: 'Chercher un segment',
  segmentSave: 'Enregistrer comme segment',
  segmentSaveNew: 'Enregistrer comme nouveau segment',
  segmentSaveChanges: 'Enregistrer les modifications',
  segmentManage: 'Renommer ou supprimer',
  segmentName: 'Nom',
  segmentNameHint: 'Par exemple Visiteurs de Finlande.',
  segmentNameMissing: 'Saisissez un nom.',
  segmentNameTaken: 'Le site a déjà un segment de ce nom. Choisissez-en un autre.',
  segmentForAll:
    'Toutes les personnes qui peuvent voir ce site voient le segment et peuvent l’appliquer ; les éditeurs, administrateurs et propriétaires peuvent le modifier.',
  segmentHolds: 'Toutes ces conditions doivent être remplies :',
  segmentCopies: (count: number, names: string) =>
    count < 2
      ? `Les conditions de ${names} y sont copiées : modifier plus tard ce segment-là ne change pas celui-ci.`
      : `Les conditions de ${names} y sont copiées : modifier plus tard ces segments-là ne change pas celui-ci.`,
  segmentShow: (name: string) => `Segment : ${name}. Afficher ses conditions`,
  segmentStop: (name: string) => `Ne plus appliquer le segment : ${name}`,
  segmentUnnamed: (id: number) => `Segment ${id}`,
  segmentUnread: 'Ses conditions n’ont pas pu être lues à l’instant. Les chiffres sont ceux du segment.',
  segmentEdit: 'Modifier ses filtres',
  segmentNotByChips:
    'Il a des conditions que les filtres d’ici ne peuvent pas exprimer ; elles ne se modifient que par l’API.',
  segmentEditing: (name: string) =>
    `Vous modifiez le segment « ${name} ». Les chiffres correspondent aux filtres ci-dessous ; pour les autres, il reste tel quel jusqu’à ce que vous enregistriez.`,
  segmentEditingGone:
    'Le segment que vous modifiiez n’existe plus. Ses filtres peuvent être enregistrés comme nouveau segment.',
  segmentEditStop: 'Le laisser tel quel',
  segmentGone: (count: number) =>
    count < 2
      ? 'Un segment demandé par cette adresse n’existe plus, ou n’a jamais existé. Aucun chiffre n’est affiché : sans lui, ils porteraient sur d’autres visites.'
      : `${count} segments demandés par cette adresse n’existent plus, ou n’ont jamais existé. Aucun chiffre n’est affiché : sans eux, ils porteraient sur d’autres visites.`,
  segmentGoneName: (id: number) => `Segment ${id}, qui n’existe plus`,
  segmentGoneHint:
    'Le site n’a pas ce segment : quelqu’un l’a supprimé, ou l’adresse est celle d’un autre site.',
  segmentGoneDrop: (count: number) => (count < 2 ? 'Afficher sans lui' : 'Afficher sans eux'),
  segmentRename: 'Renommer',
  segmentRenameOf: (name: string) => `Renommer le segment ${name}`,
  segmentRemoveOf: (name: string) => `Supprimer le segment ${name}`,
  segmentReallyRemove: (name: string) =>
    `Supprimer le segment « ${name} » pour tout le monde ? Les adresses qui le nomment n’afficheront plus de chiffres. Les liens de partage gardent leur copie.`,
  segmentsNone:
    'Il n’y a pas encore de segment. Filtrez les statistiques, puis enregistrez les filtres comme segment.',
  segmentSaved: (name: string) => `Le segment « ${name} » est enregistré.`,
  conditionAll: (conditions: string) => `toutes ces conditions (${conditions})`,
  conditionAny: (conditions: string) => `au moins une de ces conditions (${conditions})`,
  conditionNot: (condition: string) => `non (${condition})`,
  conditionDone: (condition: string) => `au moins une fois dans la visite : ${condition}`,
  conditionNotDone: (condition: string) => `pas une seule fois dans la visite : ${condition}`,
  conditionMindsCase: (condition: string) => `${condition} (majuscules et minuscules respectées)`,

  // Chiffres et graphique
  figures: 'Chiffres de la période',
  noComparison: 'pas de données antérieures',
  same: 'inchangé',
  points: (count: number, shown: string) => `${shown} ${count < 2 ? 'pt' : 'pts'}`,
  durationSeconds: (seconds: number) => `${seconds} s`,
  durationMinutes: (minutes: number, seconds: string) => `${minutes} min ${seconds} s`,
  durationHours: (hours: number, minutes: string) => `${hours} h ${minutes} min`,
  comparedDays: (legend: string, days: string) => `${legend} : ${days}`,
  interval: 'Intervalle',
  showTable: 'Afficher en tableau',
  hideTable: 'Masquer le tableau',
  table: 'Tableau',
  summedByDay: 'Les visiteurs sont comptés par jour puis additionnés.',
  stillCounting: 'comptage en cours',
  partOfBucket: 'en partie seulement dans la période',
  weekOf: (day: string) => `Semaine du ${day}`,
  finding: (subject: string, highest: string, lowest: string) =>
    `${subject} : maximum ${highest}, minimum ${lowest}.`,
  noData: 'Aucune visite sur cette période.',

  // Cartes
  details: 'Détails',
  allRows: (total: string) => `Les ${total}`,
  shareOfVisitors: 'Part',
  visitorsUnit: (count: number) => (count < 2 ? 'visiteur' : 'visiteurs'),
  emptyPanel: 'Rien sur cette période.',
  filterBy: (value: string) => `N’afficher que ${value}`,
  unfilter: (value: string) => `Ne plus afficher seulement ${value}`,
  excludeBy: (value: string) => `Exclure ${value}`,
  excludeHint: 'Avec Alt, la ligne est exclue',
  propertyKey: 'Propriété',
  propertyChoose: 'Afficher ses valeurs',
  propertyLead: 'Les événements peuvent avoir des propriétés. Laquelle ?',
  onlyEea: 'UE/EEE seulement',

  // Objectifs
  goals: 'Objectifs',
  goalsOf: (domain: string) => `Objectifs de ${domain}`,
  goalsLead:
    'Ce que vous attendez des visiteurs. Dès son ajout, un objectif compte aussi ce qui existait déjà.',
  goalsNone:
    'Il n’y a pas encore d’objectif. Un objectif est une action que vous attendez des visiteurs : un événement comme une commande, une page comme /thanks, ou la lecture d’une page jusqu’à une certaine profondeur. Pour chacun sont comptés les visiteurs et leur part du total.',
  goalsOnlyRead: 'Les éditeurs du site peuvent ajouter et modifier des objectifs.',
  editGoals: 'Modifier les objectifs',
  addGoal: 'Ajouter un objectif',
  changeGoal: (name: string) => `Modifier l’objectif ${name}`,
  removeGoal: (name: string) => `Supprimer l’objectif ${name}`,
  reallyRemoveGoal: (name: string) =>
    `Supprimer l’objectif ${name} ? Ce qui a été compté reste ; il n’est simplement plus affiché comme objectif.`,
  change: 'Modifier',
  goalKind: 'Ce qui se passe',
  goalKinds: {
    event: 'un événement est envoyé',
    page: 'une page est vue',
    scroll: 'une page est lue jusqu’à une certaine profondeur',
  },
  goalEvent: 'Événement',
  goalEventHint: 'Son nom tel que le site l’envoie, par exemple Order.',
  goalEventMissing: 'Saisissez ou choisissez le nom d’un événement.',
  goalPage: 'Page',
  goalPageHint:
    'Un chemin comme /thanks. * remplace n’importe quoi sans barre oblique, ** n’importe quoi : /blog/**',
  goalPageMissing:
    'Saisissez ou choisissez une page ; elle commence par une barre oblique, par exemple /thanks.',
  goalDepth: 'Lue jusqu’à, en pour cent de sa hauteur',
  goalDepthWrong: 'Saisissez un nombre entier de 1 à 100.',
  goalCurrency: 'Devise (facultatif)',
  goalCurrencyHint: 'Par exemple EUR, si l’événement porte de l’argent dans plusieurs devises.',
  goalName: 'Nom (facultatif)',
  goalNameHint: 'Le nom de l’objectif dans les statistiques.',
  goalNameTaken: (name: string) =>
    `Un autre objectif s’appelle déjà ${name}. Donnez un autre nom à celui-ci.`,
  goalPageName: (page: string) => `Visite de ${page}`,
  // People type names again elsewhere: the blanks are those of a keyboard.
  goalScrollName: (percent: string, page: string) => `Défilement de ${percent} % de ${page}`,
  goalConditions: 'Seulement avec ces propriétés',
  goalConditionKey: (number: number) => `Propriété ${number}`,
  goalConditionValue: (number: number) => `Valeur de la propriété ${number}`,
  goalConditionAdd: 'Ajouter une propriété',
  goalConditionRemove: (number: number) => `Retirer la propriété ${number}`,
  goalConditionIncomplete: 'Une propriété a besoin d’un nom et d’une valeur.',
  goalConditionTwice: 'Chaque propriété ne peut être exigée qu’une fois.',
  goalPreview: (count: number, visitors: string) =>
    count < 2
      ? `Il aurait compté ${visitors} visiteur ces 30 derniers jours.`
      : `Il aurait compté ${visitors} visiteurs ces 30 derniers jours.`,
  goalPreviewScroll:
    'Ce qu’il compte apparaît ici une fois enregistré : la profondeur de lecture des pages ne peut être comptée que par un objectif enregistré.',
  goalPreviewWaiting: 'Ici s’affiche le nombre de visiteurs qu’il aurait comptés ces 30 derniers jours.',
  goalOfEvent: (event: string) => `L’événement ${event}`,
  goalOfPage: (page: string) => `Une vue de ${page}`,
  goalOfScroll: (percent: string, page: string) => `${page}, lue jusqu’à ${percent} %`,
  goalCounted: (count: number, visitors: string) =>
    count < 2 ? `${visitors} visiteur ces 30 derniers jours` : `${visitors} visiteurs ces 30 derniers jours`,
  goalCountedWithMoney: (count: number, visitors: string, money: string) =>
    count < 2
      ? `${visitors} visiteur et ${money} ces 30 derniers jours`
      : `${visitors} visiteurs et ${money} ces 30 derniers jours`,
  goalSaved: (name: string) => `L’objectif ${name} est enregistré.`,
  goalRemoved: (name: string) => `L’objectif ${name} est supprimé.`,

  // Entonnoirs
  funnels: 'Entonnoirs',
  funnelsOf: (domain: string) => `Entonnoirs de ${domain}`,
  funnelsLead: 'Des étapes dans l’ordre, et combien passent de l’une à la suivante.',
  funnelsNone:
    'Il n’y a pas encore d’entonnoir. Un entonnoir est un chemin que vous espérez, par exemple du produit à la commande en passant par le panier : il montre à quelle étape les visiteurs abandonnent.',
  funnelsOnlyRead: 'Les éditeurs du site peuvent ajouter et modifier des entonnoirs.',
  editFunnels: 'Modifier les entonnoirs',
  addFunnel: 'Ajouter un entonnoir',
  changeFunnel: (name: string) => `Modifier l’entonnoir ${name}`,
  removeFunnel: (name: string) => `Supprimer l’entonnoir ${name}`,
  reallyRemoveFunnel: (name: string) => `Supprimer l’entonnoir ${name} ?`,
  showFunnel: (name: string) => `Afficher l’entonnoir ${name} dans les statistiques`,
  funnel: 'Entonnoir',
  funnelName: 'Nom',
  funnelNameHint: 'Par exemple Du produit à la commande.',
  funnelNameMissing: 'Donnez un nom à l’entonnoir.',
  funnelWithin: 'Toutes les étapes ont lieu',
  funnelWithins: { visit: 'pendant une même visite', day: 'pendant une même journée d’un visiteur' },
  funnelSteps: 'Étapes, dans l’ordre',
  stepKind: 'Ce qui se passe',
  stepKinds: { page: 'Page', event: 'Événement', goal: 'Objectif' },
  stepKindOf: (number: number) => `Type de l’étape ${number}`,
  stepValueOf: (number: number) => `Étape ${number}`,
  stepGoalMissing: 'Choisissez un objectif.',
  stepGoalChoose: 'Choisir un objectif',
  stepAdd: 'Ajouter une étape',
  stepUp: (number: number) => `Monter l’étape ${number}`,
  stepDown: (number: number) => `Descendre l’étape ${number}`,
  stepRemove: (number: number) => `Retirer l’étape ${number}`,
  funnelSaved: (name: string) => `L’entonnoir ${name} est enregistré.`,
  funnelRemoved: (name: string) => `L’entonnoir ${name} est supprimé.`,
  funnelOfVisits: 'Visites qui ont parcouru les étapes dans l’ordre, avec ou sans autres pages entre elles.',
  funnelOfVisitors:
    'Visiteurs qui ont parcouru les étapes dans l’ordre en une journée, additionnés sur les jours.',
  funnelUnits: { visit: 'Visites', day: 'Visiteurs' },
  funnelUnitOf: {
    visit: (count: number) => (count < 2 ? 'visite' : 'visites'),
    day: (count: number) => (count < 2 ? 'visiteur' : 'visiteurs'),
  },
  funnelOfFirst: 'De la première étape',
  funnelOfBefore: 'De l’étape précédente',
  funnelLost: 'Abandons',
  funnelStayed: (share: string, lost: string) => `${share} de l’étape précédente ; abandons : ${lost}`,
  funnelNobody: 'Personne n’a atteint la première étape sur cette période.',

  // Parcours
  journeyAbout:
    'Un parcours montre étape par étape où vont les visites à partir d’une page, d’un événement ou d’un objectif, ou d’où elles venaient.',
  journeyLead: 'Où commence-t-il ?',
  journeyDirection: 'Sens',
  journeyDirections: { next: 'Ce qui vient ensuite', previous: 'Ce qui venait avant' },
  journeyShow: 'Afficher',
  journeyStartOther: 'Commencer ailleurs',
  journeyStarts: 'Pages de la période',
  journeyWay: 'Le parcours jusqu’ici',
  journeyVisits: (count: number, visits: string) => (count < 2 ? `${visits} visite` : `${visits} visites`),
  journeyStepColumn: { next: 'Étape suivante', previous: 'Étape précédente' },
  journeyVisitsColumn: 'Visites',
  journeyShareColumn: 'Part',
  journeyEnd: { next: 'La visite s’est terminée', previous: 'La visite a commencé ici' },
  journeyFollow: (step: string) => `Continuer par ${step}`,
  journeyBack: (step: string) => `Revenir à ${step}`,
  journeyAll: (count: string) => `Les ${count}`,
  journeyWithheld: (count: number, visits: string, least: number) =>
    count < 2
      ? `${visits} visite a suivi un autre chemin. Les chemins de moins de ${least} visites ne sont pas affichés : ils révéleraient des personnes isolées.`
      : `${visits} visites ont suivi d’autres chemins. Les chemins de moins de ${least} visites ne sont pas affichés : ils révéleraient des personnes isolées.`,
  journeyNobody: 'Aucune visite de cette période n’est venue ici.',
  journeyLongest: 'Les étapes suivantes ne peuvent pas être suivies.',

  // Carte du monde
  map: 'Visiteurs par pays',
  mapHint: 'Les flèches vont de pays en pays, Entrée n’en affiche qu’un.',
  mapCountry: (name: string, count: number, visitors: string) =>
    `${name} : ${visitors} ${count < 2 ? 'visiteur' : 'visiteurs'}`,
  mapLegend: (count: number, most: string) => `0 à ${most} ${count < 2 ? 'visiteur' : 'visiteurs'}`,
  mapSource: 'Carte : Natural Earth',
  unmappedVisitors: (count: number, visitors: string) =>
    count < 2
      ? `${visitors} visiteur d’un pays inconnu n’est pas sur la carte.`
      : `${visitors} visiteurs de pays inconnus ne sont pas sur la carte.`,

  // Heures de la semaine
  heat: 'Quand viennent les visiteurs',
  heatOf: (metric: string) => `${metric} par jour de la semaine et par heure`,
  heatMean: (metric: string) => `${metric} par heure, en moyenne.`,
  heatCell: (day: string, hour: string, value: string) => `À ${hour} le ${day} : ${value}.`,
  heatBusiest: (day: string, hour: string, share: string) =>
    `Moment le plus animé : ${day} à ${hour}, avec ${share} de la semaine.`,
  heatClipped: 'Sur les 52 dernières semaines.',
  heatEmpty: 'Personne n’est venu sur cette période.',

  // Ce qui n’a pas été compté
  notCountedTitle: 'Ce qui n’a pas été compté, et pourquoi',
  notCountedToday: 'Aujourd’hui',
  notKnown: 'inconnu',
  andMore: (names: string, count: number, others: string) =>
    `${names} et ${others} ${count < 2 ? 'autre' : 'autres'}`,

  // Une liste entière
  searchList: 'Chercher',
  sortBy: (column: string) => `Trier par ${column}`,
  sortedDown: 'du plus grand au plus petit',
  sortedUp: 'du plus petit au plus grand',
  rowRange: (from: string, to: string, total: string) => `${from}–${to} sur ${total}`,
  noRowFound: (search: string) => `Rien ne contient « ${search} ».`,
  previousPage: 'Lignes précédentes',
  nextPage: 'Lignes suivantes',
  rowOnly: 'Seulement',
  rowNot: 'Sauf',

  // Emporter les chiffres
  takeAlong: (title: string) => `${title} : emporter`,
  asCsv: 'CSV',
  asJson: 'JSON',
  asPicture: 'Image (PNG)',
  asRequest: 'Copier comme requête d’API',
  requestCopied: 'La requête est copiée. Mettez une de vos clés à la place de YOUR_KEY.',
  requestShown: 'La copie n’est pas permise ici. Voici la requête :',
  exportFailed: 'L’export a échoué. Réessayez.',
  exportCut: (rows: string) => `Seules les ${rows} premières lignes sont dans le fichier.`,

  // Pour un écran au mur
  wall: 'Affichage mural',
  wallLeave: 'Quitter',
  wallFill: 'Plein écran',
  wallUpdated: (time: string) => `Dernière mise à jour à ${time}`,

  // Touches des statistiques
  shortcuts: 'Raccourcis clavier',
  shortcutsOn: 'Les raccourcis sont actifs',
  shortcutsRow: 'Activer une ligne n’affiche que ses visites ; avec Alt, elle les exclut.',
  earlierPeriod: 'Période précédente',
  laterPeriod: 'Période suivante',
  compareWith: 'Comparer avec',
  compareChoose: (name: string) => `Comparaison : ${name}. En choisir une autre`,
  compareShort: 'vs',
  compareOwn: 'Comparer avec des dates au choix',
  filterOrValue: 'Ou une autre valeur',
  addValue: 'Ajouter la valeur',
  removeValue: (value: string) => `Retirer ${value}`,
  filterChange: (filter: string) => `Modifier le filtre : ${filter}`,
  matchesHint: 'Une expression régulière RE2, par exemple ^/blog/.',

  // Des chiffres fiables
  exact: 'Exact',
  exactHint: 'Chaque événement est compté. Rien n’est échantillonné, estimé ni arrondi.',
  expiredBefore: (day: string) =>
    `Les jours avant le ${day} manquent ici : leurs événements ont expiré, et les sommes conservées ne répondent pas à la question.`,
  asTable: 'Tableau',

  // Bandeau du bas
  proof: 'Confidentialité de ce site',
  nothingStored: 'Rien n’est stocké sur les appareils.',
  addressesCut: 'Adresses tronquées à /24 · /48.',
  keyMelts: 'La clé du jour fond dans',
  keyMelted: 'La clé du jour est en train de fondre',
  keyHint:
    'À la fin du jour, sa clé est détruite et les identifiants de ses visiteurs ne pourront plus jamais être recréés.',
  notCounted: (count: number) => (count < 2 ? 'non compté aujourd’hui' : 'non comptés aujourd’hui'),
  why: 'pourquoi',
  nothingDropped: 'Rien n’a été exclu aujourd’hui.',
  notesToday: 'Compté, avec une remarque',
  objectedNote: 'Les visiteurs qui s’y opposent ne sont pas comptés, même ici.',
  geolocation: 'Géolocalisation IP par DB-IP',

  // Événements en route vers la base
  storageLate: (count: number, events: string, delay: string) =>
    count < 2
      ? `${events} événement arrivé depuis ${delay} n’est pas encore dans ces chiffres : la base de données ne l’accepte pas pour le moment. Il est en sûreté sur le disque et sera compté.`
      : `${events} événements arrivés depuis ${delay} ne sont pas encore dans ces chiffres : la base de données ne les accepte pas pour le moment. Ils sont en sûreté sur le disque et seront comptés.`,
  quarantined: (count: number, events: string) =>
    count < 2
      ? `${events} événement des 30 derniers jours a été refusé par la base de données et mis de côté dans journal/quarantine.jsonl. Le journal dit pourquoi.`
      : `${events} événements des 30 derniers jours ont été refusés par la base de données et mis de côté dans journal/quarantine.jsonl. Le journal dit pourquoi.`,
  lostEvents: (count: number, events: string) =>
    `${events} ${count < 2 ? 'événement des 30 derniers jours a été perdu' : 'événements des 30 derniers jours ont été perdus'}, parce que le disque a abîmé des données ou que la base a été remplacée par une plus ancienne. Le journal dit quand.`,
}

export const PROVIDER_FAULT_WORDS: Dictionary['PROVIDER_FAULT_WORDS'] = {
  away: 'Le service de connexion ne répond pas. Réessayez dans un instant.',
  denied: 'Le service de connexion ne vous a pas laissé entrer, ou vous avez fait demi-tour.',
  refused:
    'La réponse du service de connexion n’était pas fiable, donc personne n’a été connecté. Réessayez ; si cela persiste, prévenez la personne qui gère cette installation.',
  expired:
    'Cette connexion a pris trop de temps, a commencé dans un autre navigateur ou a déjà servi. Connectez-vous de nouveau d’ici.',
  unverified:
    'Le service de connexion ne dit pas que votre adresse e-mail est vérifiée. Faites-la vérifier là-bas, puis réessayez.',
  unknown:
    'Il n’y a ici ni compte ni invitation pour votre adresse e-mail. Demandez au propriétaire du site de vous inviter.',
  other_account:
    'Le compte de votre adresse e-mail est associé à quelqu’un d’autre dans le service de connexion. Adressez-vous à la personne qui gère cette installation.',
  busy: 'Trop de connexions à la fois, ou trop d’essais manqués dans votre réseau. Réessayez dans quelques minutes.',
}

export const AUDIT_WORDS: Dictionary['AUDIT_WORDS'] = {
  setup_link_made: 'a créé un lien d’installation',
  set_up: 'a installé Hanki',
  signed_in: 's’est connecté',
  sign_in_failed: 'n’a pas pu se connecter',
  signed_out: 's’est déconnecté',
  session_ended: 'a déconnecté un navigateur',
  password_changed: 'a changé le mot de passe',
  password_reset_made: 'a créé un lien pour un nouveau mot de passe',
  password_reset_asked: 'a demandé un lien pour un nouveau mot de passe',
  second_factor_added: 'a ajouté un second facteur',
  second_factor_removed: 'a retiré un second facteur',
  recovery_code_used: 'a utilisé un code de secours',
  provider_linked: 's’est connecté pour la première fois avec le service de connexion',
  provider_unlinked: 'a dissocié le compte du service de connexion',
  passkey_added: 'a ajouté une clé d’accès',
  passkey_renamed: 'a renommé une clé d’accès',
  passkey_removed: 'a supprimé une clé d’accès',
  passkey_copied: 'a été refusé avec une clé d’accès qui semble copiée',
  accounts_read: 'a consulté les comptes',
  operator_made: 'a nommé un gestionnaire',
  operator_unmade: 'a retiré un gestionnaire',
  account_removed: 'a supprimé un compte',
  invited: 'a invité',
  invitation_taken_back: 'a annulé une invitation',
  joined: 'a rejoint',
  role_changed: 'a changé un rôle',
  person_removed: 'a retiré une personne',
  left: 'a quitté',
  site_added: 'a ajouté un site',
  site_renamed: 'a renommé un site',
  site_reset: 'a fait recommencer un site',
  site_removed: 'a supprimé un site',
  keys_read: 'a consulté les clés',
  key_added: 'a créé une clé',
  key_revoked: 'a révoqué une clé',
  share_links_read: 'a consulté les liens',
  share_link_added: 'a créé un lien',
  share_link_revoked: 'a révoqué un lien',
  share_link_opened: 'a ouvert un lien',
  share_link_refused: 'ne connaissait pas le mot de passe d’un lien',
  made_public: 'a rendu les statistiques publiques',
  made_private: 'a rendu les statistiques privées',
  key_used: 'a été utilisée',
  settings_read: 'a consulté les réglages',
  settings_changed: 'a changé les réglages',
  people_read: 'a consulté les personnes',
  goal_saved: 'a enregistré un objectif',
  goal_removed: 'a supprimé un objectif',
  segment_saved: 'a enregistré un segment',
  segment_removed: 'a supprimé un segment',
  funnel_saved: 'a enregistré un entonnoir',
  funnel_removed: 'a supprimé un entonnoir',
  annotation_saved: 'a enregistré une note sur un jour',
  annotation_removed: 'a supprimé une note sur un jour',
  events_removed: 'a supprimé des événements',
  erased: 'a effacé du disque ce qui était compté d’un site',
  removals_read: 'a consulté les suppressions d’événements',
  audit_log_read: 'a consulté le journal d’audit',
  audit_log_exported: 'a exporté le journal d’audit',
  statistics_exported: 'a exporté des statistiques',
}

export const SCOPE_WORDS: Dictionary['SCOPE_WORDS'] = {
  'stats:read': 'lire les statistiques',
  'events:write': 'envoyer des événements de visiteurs',
  'events:import': 'envoyer des événements passés',
  'sites:manage': 'modifier le site, ses objectifs et ses réglages',
}

export const ROLE_WORDS: Dictionary['ROLE_WORDS'] = {
  viewer: { name: 'Lecteur', allows: 'voit les statistiques' },
  editor: {
    name: 'Éditeur',
    allows: 'modifie aussi les objectifs, les entonnoirs, les segments et les notes sur les jours',
  },
  admin: {
    name: 'Administrateur',
    allows: 'change aussi les réglages, invite des personnes et supprime des événements',
  },
  owner: { name: 'Propriétaire', allows: 'peut tout faire et nomme d’autres propriétaires' },
}

export const PERIOD_WORDS: Dictionary['PERIOD_WORDS'] = {
  today: 'Aujourd’hui',
  yesterday: 'Hier',
  '7d': '7 derniers jours',
  '28d': '28 derniers jours',
  '30d': '30 derniers jours',
  '91d': '91 derniers jours',
  month: 'Ce mois-ci',
  last_month: 'Mois dernier',
  year: 'Cette année',
  '12mo': '12 derniers mois',
  all: 'Depuis le début',
  custom: 'Dates au choix',
}

export const PANEL_WORDS: Dictionary['PANEL_WORDS'] = {
  sources: 'Sources',
  pages: 'Pages',
  locations: 'Lieux',
  devices: 'Appareils',
  goals: 'Objectifs et événements',
}

export const TAB_WORDS: Dictionary['TAB_WORDS'] = {
  sources: 'Sources',
  channels: 'Canaux',
  referrers: 'Référents',
  campaigns: 'Campagnes',
  utm_source: 'Source UTM',
  utm_medium: 'Support UTM',
  utm_content: 'Contenu UTM',
  utm_term: 'Terme UTM',
  top: 'Plus vues',
  entry: 'Entrées',
  exit: 'Sorties',
  countries: 'Pays',
  regions: 'Régions',
  cities: 'Villes',
  browsers: 'Navigateurs',
  browser_versions: 'Versions',
  systems: 'Systèmes',
  system_versions: 'Versions',
  devices: 'Appareils',
  goals: 'Objectifs',
  events: 'Événements',
  properties: 'Propriétés',
  funnels: 'Entonnoirs',
  journeys: 'Parcours',
}

export const FIRST_OF_GROUP_WORDS: Dictionary['FIRST_OF_GROUP_WORDS'] = {
  campaigns: 'Campagne',
  utm_source: 'Source',
  utm_medium: 'Support',
  utm_content: 'Contenu',
  utm_term: 'Terme',
  browsers: 'Noms',
  systems: 'Noms',
}

export const EMPTY_WORDS: Dictionary['EMPTY_WORDS'] = {
  campaigns: 'Aucune visite n’avait de campagne sur cette période.',
  utm_source: 'Aucune visite n’avait d’utm_source sur cette période.',
  utm_medium: 'Aucune visite n’avait d’utm_medium sur cette période.',
  utm_content: 'Aucune visite n’avait d’utm_content sur cette période.',
  utm_term: 'Aucune visite n’avait d’utm_term sur cette période.',
  regions:
    'Aucune région n’est connue. Le fichier de pays fourni avec Hanki n’en a pas ; HANKI_GEO_FILE en désigne un avec des villes.',
  cities:
    'Aucune ville n’est connue. Le fichier de pays fourni avec Hanki n’en a pas ; HANKI_GEO_FILE en désigne un avec des villes.',
  goals: 'Aucun objectif n’a été atteint sur cette période, ou aucun n’est défini.',
  events: 'Aucun événement personnalisé sur cette période.',
  properties: 'Aucun événement de cette période n’a cette propriété.',
}

export const COMPARISON_WORDS: Dictionary['COMPARISON_WORDS'] = {
  previous: {
    name: 'Période précédente',
    short: 'précédente',
    legend: 'Précédente',
    than: 'que sur la période précédente',
  },
  weekdays: {
    name: 'Période précédente, par jour de la semaine',
    short: 'jours de semaine',
    legend: 'Précédente, par jour de la semaine',
    than: 'que sur la période précédente',
  },
  year: {
    name: 'Un an plus tôt',
    short: 'année',
    legend: 'Un an plus tôt',
    than: 'qu’un an plus tôt',
  },
  custom: {
    name: 'Dates au choix',
    short: 'dates au choix',
    legend: 'Comparaison',
    than: 'que sur les jours comparés',
  },
  none: { name: 'Rien', short: 'rien', legend: '', than: '' },
}

export const SHORTCUT_WORDS: Dictionary['SHORTCUT_WORDS'] = {
  help: 'Afficher ces touches',
  earlier: 'Période précédente',
  later: 'Période suivante',
  custom: 'Dates au choix',
  compare: 'Comparer avec autre chose',
  filter: 'Ajouter un filtre',
  clear: 'Retirer tous les filtres',
  table: 'Graphique en tableau',
  wall: 'Affichage mural',
}

export const INTERVAL_WORDS: Dictionary['INTERVAL_WORDS'] = {
  hour: { name: 'Heure', per: 'par heure' },
  day: { name: 'Jour', per: 'par jour' },
  week: { name: 'Semaine', per: 'par semaine' },
  month: { name: 'Mois', per: 'par mois' },
}

export const OPERATOR_WORDS: Dictionary['OPERATOR_WORDS'] = {
  is: 'est',
  is_not: 'n’est pas',
  contains: 'contient',
  contains_not: 'ne contient pas',
  matches: 'correspond à',
  matches_not: 'ne correspond pas à',
}

export const CHANGE_WORDS: Dictionary['CHANGE_WORDS'] = {
  visitors: { up: 'de plus', down: 'de moins' },
  visits: { up: 'de plus', down: 'de moins' },
  pageviews: { up: 'de plus', down: 'de moins' },
  events: { up: 'de plus', down: 'de moins' },
  percentage: { up: 'de plus', down: 'de moins' },
  conversion_rate: { up: 'meilleur', down: 'moins bon' },
  group_conversion_rate: { up: 'meilleur', down: 'moins bon' },
  exit_rate: { up: 'moins bon', down: 'meilleur' },
  total_revenue: { up: 'de plus', down: 'de moins' },
  average_revenue: { up: 'de plus', down: 'de moins' },
  views_per_visit: { up: 'de plus', down: 'de moins' },
  bounce_rate: { up: 'moins bon', down: 'meilleur' },
  visit_duration: { up: 'plus longue', down: 'plus courte' },
  time_on_page: { up: 'plus long', down: 'plus court' },
  scroll_depth: { up: 'de plus', down: 'de moins' },
}

export const CHANNEL_WORDS: Dictionary['CHANNEL_WORDS'] = {
  'Cross-network': 'Multiréseau',
  'Paid Shopping': 'Shopping payant',
  'Paid Search': 'Recherche payante',
  'Paid Social': 'Réseaux sociaux payants',
  'Paid Video': 'Vidéo payante',
  Display: 'Display',
  'Paid Other': 'Autre payant',
  'Organic Shopping': 'Shopping naturel',
  'Organic Social': 'Réseaux sociaux naturels',
  'Organic Video': 'Vidéo naturelle',
  'AI Assistants': 'Assistants IA',
  'Organic Search': 'Recherche naturelle',
  Email: 'E-mail',
  Affiliates: 'Affiliation',
  Audio: 'Audio',
  SMS: 'SMS',
  'Mobile Push Notifications': 'Notifications mobiles',
  Referral: 'Sites référents',
  Direct: 'Direct',
}

export const DEVICE_WORDS: Dictionary['DEVICE_WORDS'] = {
  Desktop: 'Ordinateur',
  Mobile: 'Mobile',
  Tablet: 'Tablette',
  TV: 'Télévision',
  Console: 'Console',
  Wearable: 'Appareil porté',
}

export const MISSING_WORDS: Dictionary['MISSING_WORDS'] = {
  'Direct / None': 'Direct / aucune',
  '(not set)': '(inconnu)',
  '(none)': '(aucun)',
  '(other)': '(autres)',
}

export const DROP_REASON_WORDS: Dictionary['DROP_REASON_WORDS'] = {
  bot: { name: 'Robots', hint: 'Des programmes qui le disent, ou se comportent ainsi' },
  unknown_site: {
    name: 'Site inconnu',
    hint: 'Des événements pour un domaine qui n’est pas configuré ici',
  },
  unknown_hostname: {
    name: 'Nom d’hôte inconnu',
    hint: 'Le code se trouve sur un hôte qui n’est pas celui de ce site',
  },
  spam_referrer: {
    name: 'Référents indésirables',
    hint: 'Des hôtes qui prétendent envoyer des visiteurs',
  },
  hosting_network: {
    name: 'Réseaux d’hébergement',
    hint: 'Des serveurs qui prennent le nom d’un navigateur',
  },
  shield_hostname: { name: 'Votre règle : nom d’hôte', hint: 'Exclu parce que vous l’avez demandé' },
  shield_page: { name: 'Votre règle : page', hint: 'Exclu parce que vous l’avez demandé' },
  shield_address: { name: 'Votre règle : réseau', hint: 'Exclu parce que vous l’avez demandé' },
  shield_country: { name: 'Votre règle : pays', hint: 'Exclu parce que vous l’avez demandé' },
  no_visit_for_engagement: {
    name: 'Aucune visite en cours',
    hint: 'Du temps de lecture arrivé après la fin de sa visite',
  },
  prefetch: {
    name: 'Pages chargées d’avance',
    hint: 'Le navigateur les a chargées, personne ne les a ouvertes',
  },
  objected: { name: 'Visiteurs qui s’y opposent', hint: 'Pas comptés, même ici' },
}

export const NOTE_WORDS: Dictionary['NOTE_WORDS'] = {
  personal_data: {
    name: 'Données personnelles retirées',
    hint: 'Quelque chose dans une page, une campagne, un nom ou une propriété y ressemblait',
  },
  too_many_values: {
    name: 'Regroupé sous « (autres) »',
    hint: 'Plus de valeurs différentes qu’un jour ne peut en avoir',
  },
  key_restarted: {
    name: 'Clé du jour recréée',
    hint: 'Après un redémarrage de la machine, les visiteurs du jour sont comptés de nouveau',
  },
}

export const PLATFORM_WORDS: Dictionary['PLATFORM_WORDS'] = {
  html: { name: 'HTML simple, ou autre chose', where: 'Placez ceci dans le <head> de chaque page.' },
  wordpress: {
    name: 'WordPress',
    where:
      'Avec une extension qui insère du code, comme WPCode : Code Snippets, Header & Footer, Header. Ou dans le header.php de votre thème, avant </head>.',
  },
  shopify: {
    name: 'Shopify',
    where: 'Boutique en ligne, Thèmes, Modifier le code : dans theme.liquid, avant </head>.',
  },
  nextjs: {
    name: 'Next.js',
    where: 'Dans app/layout.tsx, à l’intérieur de <body> ; avec le routeur pages, dans pages/_app.tsx.',
  },
  nuxt: { name: 'Nuxt', where: 'Dans nuxt.config.ts.' },
  sveltekit: { name: 'SvelteKit', where: 'Dans src/app.html, avant %sveltekit.head%.' },
  astro: { name: 'Astro', where: 'Dans le <head> de votre mise en page.' },
  hugo: {
    name: 'Hugo',
    where: 'Dans layouts/partials/head.html, ou le fichier équivalent de votre thème, avant </head>.',
  },
  webflow: { name: 'Webflow', where: 'Site settings, Custom code, Head code ; puis publiez.' },
  squarespace: { name: 'Squarespace', where: 'Settings, Advanced, Code Injection, Header.' },
  gtm: {
    name: 'Google Tag Manager',
    where:
      'Une nouvelle balise de type HTML personnalisé, déclenchée sur toutes les pages ; puis publiez le conteneur.',
  },
}

export const TRACKED_WORDS: Dictionary['TRACKED_WORDS'] = {
  outbound: 'les liens sortants',
  downloads: 'les téléchargements',
  forms: 'les formulaires envoyés',
  '404': 'les pages introuvables',
}

export const METRIC_WORDS: Dictionary['METRIC_WORDS'] = {
  visitors: {
    label: 'Visiteurs',
    definition:
      'Visiteurs distincts de chaque jour, additionnés sur les jours de la période. Personne ne peut être reconnu d’un jour à l’autre.',
  },
  visits: {
    label: 'Visites',
    definition:
      'Visites commencées pendant la période. Une visite finit après 30 minutes sans événement, ou à minuit.',
  },
  pageviews: {
    label: 'Pages vues',
    definition: 'Pages ouvertes, rechargements et navigation interne compris.',
  },
  events: { label: 'Événements', definition: 'Pages vues et événements personnalisés.' },
  views_per_visit: { label: 'Pages par visite', definition: 'Pages vues divisées par les visites.' },
  bounce_rate: {
    label: 'Taux de rebond',
    definition: 'Part des visites avec une seule page vue et aucun événement interactif.',
  },
  visit_duration: {
    label: 'Durée de visite',
    definition: 'Temps moyen entre la première et la dernière activité d’une visite, rebonds compris.',
  },
  percentage: {
    label: 'Part',
    definition:
      'Visiteurs de la ligne en proportion de tous les visiteurs de la période qui passent les filtres.',
  },
  conversion_rate: {
    label: 'Taux de conversion',
    definition:
      'Visiteurs qui ont atteint l’objectif en proportion de tous les visiteurs, comptés sans l’objectif.',
  },
  group_conversion_rate: {
    label: 'Taux de conversion du groupe',
    definition:
      'Visiteurs de la ligne qui ont atteint l’objectif en proportion des visiteurs de la même ligne.',
  },
  exit_rate: {
    label: 'Taux de sortie',
    definition: 'Visites terminées sur la page en proportion des vues de la page.',
  },
  total_revenue: {
    label: 'Revenu',
    definition:
      'Somme de l’argent porté par les événements. Vide s’il y avait plusieurs devises : les sommes se font par devise.',
  },
  average_revenue: {
    label: 'Revenu moyen',
    definition: 'Revenu divisé par les événements qui en portaient.',
  },
  time_on_page: {
    label: 'Temps sur la page',
    definition:
      'Temps moyen pendant lequel une visite a eu la page visible et active, sur les visites qui l’ont regardée. Vide là où il n’a pas été mesuré.',
  },
  scroll_depth: {
    label: 'Profondeur de défilement',
    definition:
      'Jusqu’où une page a été vue, en pourcentage de sa hauteur : moyenne du point le plus bas de chaque visite sur la page.',
  },
}

export const DIMENSION_WORDS: Dictionary['DIMENSION_WORDS'] = {
  'event:page': { label: 'Page' },
  'event:name': { label: 'Événement' },
  'event:goal': { label: 'Objectif' },
  'event:hostname': { label: 'Nom d’hôte' },
  'visit:source': { label: 'Source' },
  'visit:channel': { label: 'Canal' },
  'visit:referrer': { label: 'Référent' },
  'visit:utm_source': { label: 'Source UTM' },
  'visit:utm_medium': { label: 'Support UTM' },
  'visit:utm_campaign': { label: 'Campagne' },
  'visit:utm_content': { label: 'Contenu UTM' },
  'visit:utm_term': { label: 'Terme UTM' },
  'visit:area': { label: 'Zone' },
  'visit:country': { label: 'Pays' },
  'visit:country_name': { label: 'Nom du pays' },
  'visit:region': { label: 'Région' },
  'visit:region_name': { label: 'Nom de la région' },
  'visit:city': { label: 'Ville' },
  'visit:city_name': { label: 'Nom de la ville' },
  'visit:language': { label: 'Langue' },
  'visit:browser': { label: 'Navigateur' },
  'visit:browser_version': { label: 'Version du navigateur' },
  'visit:os': { label: 'Système' },
  'visit:os_version': { label: 'Version du système' },
  'visit:device': { label: 'Appareil' },
  'visit:screen': { label: 'Écran' },
  'visit:entry_page': { label: 'Page d’entrée' },
  'visit:exit_page': { label: 'Page de sortie' },
  'visit:entry_page_hostname': { label: 'Nom d’hôte d’entrée' },
  'visit:exit_page_hostname': { label: 'Nom d’hôte de sortie' },
}

export const SERVER_WORDS: Readonly<Record<ServerSentence, string>> = {
  'Something went wrong on the server. It has been logged; try again in a moment.':
    'Une erreur s’est produite sur le serveur. Elle est dans le journal ; réessayez dans un instant.',
  'The database does not answer at the moment. Try again in a few seconds.':
    'La base de données ne répond pas pour le moment. Réessayez dans quelques secondes.',
  'This question takes too long. Ask for a shorter period, fewer dimensions or fewer filters.':
    'Cette demande prend trop de temps. Choisissez une période plus courte ou moins de filtres.',
  'There is no such site, or you may not see it.': 'Ce site n’existe pas, ou vous ne pouvez pas le voir.',
  'Only those who run this installation may do this. Ask one of them.':
    'Seuls les gestionnaires de cette installation peuvent le faire. Demandez à l’un d’eux.',
  'Some fields need another look.': 'Vérifiez les champs signalés.',

  'The e-mail address or the password is wrong.': 'L’adresse e-mail ou le mot de passe est incorrect.',
  'Too many people sign in at once. Try again in a moment.':
    'Trop de connexions à la fois. Réessayez dans un instant.',
  'Too many wrong tries. Wait # minute and try again.':
    'Trop d’essais incorrects. Attendez # minute et réessayez.',
  'Too many wrong tries. Wait # minutes and try again.':
    'Trop d’essais incorrects. Attendez # minutes et réessayez.',
  'Too many letters were asked for from your network. Wait # minute and try again.':
    'Trop de messages ont été demandés depuis votre réseau. Attendez # minute et réessayez.',
  'Too many letters were asked for from your network. Wait # minutes and try again.':
    'Trop de messages ont été demandés depuis votre réseau. Attendez # minutes et réessayez.',
  'A second factor is needed.': 'Un second facteur est nécessaire.',
  'Type the six digits of your app, or a recovery code.':
    'Saisissez les six chiffres de votre application, ou un code de secours.',
  'Use a passkey, or type a recovery code.': 'Utilisez une clé d’accès, ou saisissez un code de secours.',
  'This code does not fit. Take the one that the app shows now.':
    'Ce code ne convient pas. Prenez celui que l’application affiche maintenant.',
  'This does not fit. Use a passkey, or type a recovery code.':
    'Cela ne convient pas. Utilisez une clé d’accès, ou saisissez un code de secours.',
  'You have codes from an app already. Take them away first.':
    'Vous avez déjà les codes d’une application. Retirez-les d’abord.',
  'This is not your password.': 'Ce n’est pas votre mot de passe.',
  'This takes a sign-in of the last # minutes. Sign in again, then come back.':
    'Il faut s’être connecté dans les # dernières minutes. Reconnectez-vous, puis revenez.',
  'Use at least # characters; a few words together are easy to remember.':
    'Utilisez au moins # caractères ; quelques mots ensemble se retiennent facilement.',
  'Use at most # characters.': 'Utilisez au plus # caractères.',
  'This password is among the first that others would try. Use a few words that only you would put together.':
    'Ce mot de passe est parmi les premiers que d’autres essaieraient. Utilisez quelques mots que vous seul assembleriez.',
  'Enter your e-mail address.': 'Saisissez votre adresse e-mail.',
  'This is not an e-mail address. It looks like name@example.com.':
    'Ce n’est pas une adresse e-mail. Elle a la forme name@example.com.',
  'This session is over.': 'Cette session est terminée.',
  'This took too long. Sign in again from the start.': 'Cela a pris trop de temps. Recommencez la connexion.',
  'That took too long. Try again.': 'Cela a pris trop de temps. Réessayez.',
  'That took too long. Begin again.': 'Cela a pris trop de temps. Recommencez.',
  'This passkey does not sign in here. Use another one, or your password.':
    'Cette clé d’accès ne vaut pas ici. Utilisez-en une autre, ou votre mot de passe.',
  'This passkey is not there any more.': 'Cette clé d’accès n’existe plus.',
  'This passkey cannot be used here. Try another device, or another browser.':
    'Cette clé d’accès n’est pas utilisable ici. Essayez un autre appareil ou un autre navigateur.',
  'This passkey was added already.': 'Cette clé d’accès est déjà ajoutée.',
  'You have # passkeys already. Take one away first.':
    'Vous avez déjà # clés d’accès. Retirez-en une d’abord.',
  'This set-up link is used up or too old. "npm run hanki -- setup-link" prints a new one while nobody has an account.':
    'Ce lien d’installation a servi ou est trop ancien. « npm run hanki -- setup-link » en affiche un nouveau tant que personne n’a de compte.',
  'This link is used up or too old. Whoever runs this installation makes a new one with "hanki user reset EMAIL".':
    'Ce lien a servi ou est trop ancien. La personne qui gère cette installation en crée un nouveau avec « hanki user reset EMAIL ».',
  'This link is used up, too old or was replaced by a later one. Ask for a new one where you sign in, under "Forgotten your password?".':
    'Ce lien a servi, est trop ancien ou a été remplacé. Demandez-en un nouveau sur la page de connexion, sous « Mot de passe oublié ? ».',
  'If there is an account of this address, a letter is on its way to it, with a link that works for an hour.':
    'Si un compte a cette adresse, un message est en route, avec un lien valable une heure.',
  'Hanki is not set up to send letters here. Ask whoever runs it for a link: "hanki user reset EMAIL" makes one.':
    'Hanki n’est pas configuré pour envoyer des messages ici. Demandez un lien à la personne qui le gère : « hanki user reset EMAIL » en crée un.',
  'This is your own account. Let another operator remove it.':
    'C’est votre propre compte. Laissez un autre gestionnaire le supprimer.',
  'Nobody would be left who runs this installation. Make somebody else an operator first.':
    'Il ne resterait aucun gestionnaire. Nommez d’abord quelqu’un d’autre.',
  'There is no such account any more.': 'Ce compte n’existe plus.',

  'This invitation is used up, too old or was taken back. Ask for a new one.':
    'Cette invitation a servi, est trop ancienne ou a été annulée. Demandez-en une nouvelle.',
  'There is no such invitation any more.': 'Cette invitation n’existe plus.',
  'This person is a member already. Change the role in the list.':
    'Cette personne en fait déjà partie. Changez son rôle dans la liste.',
  'This person is no member of the site.': 'Cette personne ne fait pas partie du site.',
  'Only owners change what owners are.': 'Seuls les propriétaires peuvent modifier un propriétaire.',
  'Only owners make owners.': 'Seuls les propriétaires nomment des propriétaires.',
  'The site would have no owner. Make somebody else owner first.':
    'Le site n’aurait plus de propriétaire. Nommez d’abord quelqu’un d’autre.',

  'This site is tracked already.': 'Ce site est déjà compté.',
  'Only sites that are served over http or https can be tracked.':
    'Seuls les sites en http ou https peuvent être comptés.',
  'Enter one domain only, without spaces or commas.': 'Saisissez un seul domaine, sans espaces ni virgules.',
  'This looks like an e-mail address. Enter the domain of the site, such as example.com.':
    'Cela ressemble à une adresse e-mail. Saisissez le domaine du site, par exemple example.com.',
  'This is not a domain. Enter the host name of the site, such as example.com.':
    'Ce n’est pas un domaine. Saisissez le nom d’hôte du site, par exemple example.com.',
  'This time zone is unknown. Enter a name such as Europe/Helsinki or UTC.':
    'Ce fuseau horaire est inconnu. Saisissez un nom comme Europe/Helsinki ou UTC.',
  'Some settings are wrong; nothing was changed.': 'Certains réglages sont incorrects ; rien n’a été changé.',
  'The annotation is wrong; nothing was changed.': 'La note est incorrecte ; rien n’a été changé.',
  'A site may have # annotations. Remove one first.': 'Un site peut avoir # notes. Supprimez-en une d’abord.',
  'There may be # keys. Revoke one first.': 'Il peut y avoir # clés. Révoquez-en une d’abord.',
  'There is no such key any more.': 'Cette clé n’existe plus.',
  'A site may have # links. Revoke one first.': 'Un site peut avoir # liens. Révoquez-en un d’abord.',
  'There is no such link any more.': 'Ce lien n’existe plus.',
  'This link is over, was revoked, or is incomplete. Ask for a new one.':
    'Ce lien a expiré, a été révoqué ou est incomplet. Demandez-en un nouveau.',
  'Type the password that belongs to this link.': 'Saisissez le mot de passe de ce lien.',
  'This is not the password of this link.': 'Ce n’est pas le mot de passe de ce lien.',
  'A name is one line of at most # characters.': 'Un nom tient sur une ligne d’au plus # caractères.',
  'There are no public statistics at this address, or they are not public any more.':
    'Il n’y a pas de statistiques publiques à cette adresse, ou elles ne sont plus publiques.',
  'The segment is wrong; nothing was changed.': 'Le segment est incorrect ; rien n’a été changé.',
  'A site may have # segments. Remove one first.': 'Un site peut avoir # segments. Supprimez-en un d’abord.',
  'The site has no such segment.': 'Le site n’a pas ce segment.',
  'A link cannot be limited to a segment that asks for goals, since these can be changed later. Use event:page or event:name.':
    'Un segment qui porte sur des objectifs ne peut pas être choisi, car ceux-ci peuvent changer plus tard. Choisissez-en un qui porte sur des pages ou des événements.',
  'Give at most # origins.': 'Indiquez au plus # adresses.',
  'A site may have # goals. Remove one first.': 'Un site peut avoir # objectifs. Supprimez-en un d’abord.',
  'The site has no goal of this name.': 'Le site n’a pas d’objectif de ce nom.',
  'The funnel "#" has this goal as a step. Change the funnel first.':
    'Cet objectif est une étape de l’entonnoir « # ». Modifiez d’abord l’entonnoir.',
  'A site may have # funnels. Remove one first.': 'Un site peut avoir # entonnoirs. Supprimez-en un d’abord.',
  'The site has no such funnel.': 'Cet entonnoir n’existe plus.',

  'must be a host name such as shop.example.net': 'n’est pas un nom d’hôte, comme shop.example.net.',
  'must begin with "/", such as /orders/*/pay': 'ne commence pas par « / », comme /orders/*/pay.',
  'must be the name of a query parameter, such as q': 'n’est pas un nom de paramètre de requête, comme q.',
  'must be a country code of two letters, such as FI': 'n’est pas un code de pays de deux lettres, comme FI.',
  'must be an address or a network such as 192.0.2.0/24 or 2001:db8::/32':
    'n’est ni une adresse ni un réseau, comme 192.0.2.0/24 ou 2001:db8::/32.',
  'must be a day, such as 2026-11-24': 'Un jour s’écrit 2026-11-24.',
  'must not be empty': 'ne doit pas être vide',
  'must hold at least one filter': 'Ajoutez au moins un filtre.',
  'must not hold control characters': 'ne doit pas contenir de caractères de contrôle',
  'may have at most # characters': 'peut avoir au plus # caractères',
  'has a *: name every origin, such as https://www.example.com.':
    'contient un *. Indiquez chaque adresse, par exemple https://www.example.com.',
  'is no origin. Write https:// and the host, such as https://example.com.':
    'ne convient pas. Écrivez https:// et le nom d’hôte, par exemple https://example.com.',
  'is not safe: write https://. Plain http:// is for localhost only.':
    'n’est pas sûr : écrivez https://. Le simple http:// ne vaut que pour localhost.',
  'is more than an origin. Write "#".': 'est trop long. Écrivez « # ».',
  'has a host that browsers would not take. Write it as in the address bar.':
    'a un nom d’hôte que les navigateurs n’acceptent pas. Écrivez-le comme dans la barre d’adresse.',
  'is a page view: use the goal_type "page" with a page_path such as "/**"':
    'C’est une page vue. Choisissez qu’une page est vue, par exemple /**.',
  'is not an event of its own: use the goal_type "scroll"':
    'Ce n’est pas un événement à part. Choisissez qu’une page est lue jusqu’à une certaine profondeur.',
  'is not an event of its own: use the step_type "page"':
    'Ce n’est pas un événement à part. Choisissez une page comme étape.',
  'must be a currency code of ISO 4217, such as EUR': 'Saisissez un code de devise, par exemple EUR.',
  'may have at most # wildcards': 'peut avoir au plus # jokers',
  'is the name of another goal': 'Un autre objectif porte déjà ce nom.',
  'is no goal of the site': 'Le site n’a pas cet objectif.',
}
