import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CLOSED_AUDIT_LOG, openAuditLog } from './accounts/audit-log.ts'
import { type Directory, openDirectory } from './accounts/directory.ts'
import { auditedKeyUse, openKeyUseCarrier, openKeyUses } from './accounts/key-uses.ts'
import { localRelyingParty, relyingPartyOf } from './accounts/relying-party.ts'
import { createSetupLink } from './accounts/setup-links.ts'
import type { Config } from './config.ts'
import { siteNumber } from './core/audit/audit-entry.ts'
import type { EventStore } from './core/ports.ts'
import { clientAddressReader } from './http/client-address.ts'
import { openEventCallers } from './http/routes/event/callers.ts'
import { buildServer } from './http/server.ts'
import { openTarpit } from './http/tarpit.ts'
import { openAbsences } from './ingest/absences.ts'
import { openClientParser } from './ingest/client-parser.ts'
import { type Collect, createCollect } from './ingest/collect.ts'
import { openBoundedNames } from './ingest/counters/bounded-names.ts'
import { openDailyCounter } from './ingest/counters/daily-counter.ts'
import { openNetworkCounter } from './ingest/counters/network-counter.ts'
import { openUnknownSites } from './ingest/counters/unknown-sites.ts'
import { openGate } from './ingest/gate/gate.ts'
import { OLD_GEO_DATA_DAYS, openPlaces, type Places } from './ingest/geo/places.ts'
import { NO_FILE, openDayKeyFile } from './ingest/identity/day-key-file.ts'
import { openDayKeys } from './ingest/identity/day-keys.ts'
import { openImports } from './ingest/identity/imports.ts'
import { LEDGER_FILE, openKeyLedger } from './ingest/identity/key-ledger.ts'
import { type LossReason, openIncidents } from './ingest/incidents.ts'
import { type Journal, openJournal } from './ingest/journal/journal.ts'
import type { IngestObserver } from './ingest/observer.ts'
import { openRepeats } from './ingest/repeats.ts'
import { openRush } from './ingest/rush.ts'
import { type StorageStatus, storageStatus } from './ingest/storage-status.ts'
import { openVisits, VISIT_GAP_SECONDS } from './ingest/visits.ts'
import { startWriter, type Writer } from './ingest/writer.ts'
import { faultRecord, type Log } from './log.ts'
import { openMail } from './mail/mail.ts'
import { openMetrics } from './metrics.ts'
import { openOidcProvider } from './oidc/oidc-provider.ts'
import { callbackUrl } from './public-address.ts'
import { openErasure } from './sealing/erasure.ts'
import { openLateEvents } from './sealing/late-events.ts'
import { openRepair } from './sealing/repair.ts'
import { openSealer, type Sealer } from './sealing/sealer.ts'
import { watchedStore } from './sealing/watched-store.ts'
import { awaitSchema } from './storage/await-schema.ts'
import { openControlBeats } from './storage/control-beats.ts'
import { controlId } from './storage/control-id.ts'
import { lockDataDirectory } from './storage/data-lock.ts'
import { openEngine } from './storage/engine.ts'
import { openEventStore } from './storage/event-store.ts'
import { openKeyUseNotes } from './storage/key-use-notes.ts'
import { migrate } from './storage/migrate.ts'
import { openPulse } from './storage/pulse.ts'
import { openRemovals } from './storage/removals.ts'
import { openSealStore } from './storage/sealing/seal-store.ts'
import { openAuditStore } from './storage/settings/audit-store.ts'
import { openSettingsStore } from './storage/settings/settings-store.ts'
import { openSiteData } from './storage/site-data.ts'

/** Where the built parts lie. */
export interface Built {
  /** The engine's program. */
  readonly engineProgram: string
  readonly dashboardDirectory: string
  readonly trackingScript: string
  readonly excludeScript: string
}

export interface HankiOptions {
  readonly config: Config
  readonly built: Built
  readonly log: Log
  /** Time in whole seconds since 1970. */
  readonly nowSeconds: () => number
  /** `$XDG_RUNTIME_DIR`, a place in memory for day keys. */
  readonly runtimeDirectory: string | undefined
}

/** A running Hanki, all but the listening. */
export interface Hanki {
  /** Answers everything once it listens. */
  readonly server: Server
  readonly collect: Collect
  readonly directory: Directory
  readonly eventStore: EventStore
  readonly writer: Writer
  readonly sealer: Sealer
  /** A new set-up token, valid 15 minutes; undefined once the first user exists, and where Hanki only collects. */
  createSetupLink(): Promise<string | undefined>
  /** Destroys day keys whose time is over and forgets ended visits; runs by itself every few seconds of real time. */
  tidy(): void
  /** Stores what is accepted, then closes everything in reverse order. */
  close(): Promise<void>
}

/** Something to undo when Hanki is closed. */
type Closer = () => unknown

/** How long closing waits for the journal to empty, ms; what is left is stored after the next start. */
const DRAIN_MS = 2_500
/** Longest that closing waits for any one part, ms. All together stay below 10 s. */
const CLOSER_MS = 3_500
/** How long closing waits for letters that are on their way, ms. */
const LETTERS_MS = 1_500
const REFRESH_DIRECTORY_MS = 2_000
/** How often it is looked whether the database has to give way to events. */
const GIVE_WAY_MS = 250
/** How long a collector that only collects waits for another one to migrate the database, ms. */
const SCHEMA_PATIENCE_MS = 60_000
/** How often uses of keys at other collectors are carried into the audit log. */
const CARRY_KEY_USES_MS = 60_000
const DESTROY_KEYS_MS = 5_000
/** Ended visits only take room: every one of them is looked at. */
const FORGET_VISITS_MS = 60_000
/** How often removed sites are looked for of which something is stored. */
const ERASE_MS = 60_000
/** How often finished days are looked for. */
const SEAL_MS = 60_000
/** How often it is noted down that Hanki is there. */
const MARK_PRESENCE_MS = 30_000
const FLUSH_COUNTS_MS = 5_000
/** How often the geo file is looked at, and old Idempotency-Keys and imports are forgotten. */
const SLOW_MS = 60_000
/** Most values that a dimension may have per site and day; later ones are `(other)`. */
const MAX_VALUES = 10_000

/** The paths of a build, from the directory of the built programs. */
export function builtBeside(programDirectory: string): Built {
  return {
    engineProgram: join(programDirectory, 'engine.js'),
    dashboardDirectory: join(programDirectory, '../dashboard'),
    trackingScript: join(programDirectory, '../tracker/script.js'),
    excludeScript: join(programDirectory, '../tracker/exclude.js'),
  }
}

/** Opens everything in order. Throws with what to do when something cannot be had; what was opened is closed again. */
export async function openHanki(options: HankiOptions): Promise<Hanki> {
  const closers: Closer[] = []
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) {
      // One that fails, or hangs with the database, must not keep the others open.
      const limit = sleep(CLOSER_MS, undefined, { ref: false })
      await Promise.race([Promise.resolve().then(closer), limit]).catch((error: unknown) =>
        options.log.error(faultRecord(error), 'Closing failed'),
      )
    }
  }
  try {
    return { ...(await open(options, closers)), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function open(
  { config, built, log, nowSeconds, runtimeDirectory }: HankiOptions,
  closers: Closer[],
): Promise<Omit<Hanki, 'close'>> {
  const endAtOnce = (): never => {
    log.error(
      { code: 'data_directory' },
      'Another Hanki has taken the data directory while this one was asleep. This one ends without storing anything more',
    )
    process.exit(1)
  }
  closers.push(await lockDataDirectory(config.dataDirectory, endAtOnce))
  const metrics = openMetrics({ areRead: config.metricsToken !== undefined })
  const isControl = config.role === 'control'
  const engine = await openEngine({
    dataDirectory: config.dataDirectory,
    program: built.engineProgram,
    maxMemoryBytes: config.engineMemoryBytes,
    mode: 'start',
    isGuest: !isControl,
    onRestart: (error, count) =>
      log.error({ code: error.code, count }, `The database is restarted. ${error.message}`),
    ...(config.clickhouseUrl === undefined ? {} : { clickhouseUrl: config.clickhouseUrl }),
  })
  closers.push(() => engine.close())
  // The embedded engine is locked with the data directory.
  const beats =
    isControl && engine.kind === 'server'
      ? openControlBeats({
          client: engine.client,
          id: controlId(config.dataDirectory),
          host: hostname(),
          onOther: ({ host }) =>
            log.error(
              { code: 'second_control' },
              `Another collector, on the machine ${host}, is in control of this database too. Stop one of them, or give it HANKI_ROLE=collect`,
            ),
          onFailure: error => log.warn(faultRecord(error), 'No sign of life could be left in the database'),
        })
      : undefined
  await beats?.refuseSecond()
  if (isControl) await migrate(engine.client)
  else {
    await awaitSchema(engine.client, {
      patienceMs: SCHEMA_PATIENCE_MS,
      onWait: () => log.info({}, 'Waiting for the control collector to make the tables of this version'),
    })
  }
  if (beats !== undefined) {
    await beats.begin()
    closers.push(() => beats.close())
  }
  const pulse = openPulse(engine.ingestClient)
  closers.push(() => pulse.close())
  const nowMs = (): number => performance.now()
  const sealStore = openSealStore(engine.client, nowMs)
  const eventStore = openEventStore({
    client: engine.client,
    ingestClient: engine.ingestClient,
    seals: sealStore,
    nowMs,
    nowSeconds,
  })

  const directory = await openDirectory({ settings: openSettingsStore(engine.client), nowSeconds })
  const auditStore = openAuditStore(engine.client)
  const audit = isControl
    ? openAuditLog({
        store: auditStore,
        nowSeconds,
        keepDays: config.auditDays,
        onFailure: error => log.warn(faultRecord(error), 'The audit log cannot be written'),
      })
    : CLOSED_AUDIT_LOG
  const domainOf = (keyId: string): string => {
    const siteId = directory.keyById(keyId)?.siteId
    return siteId === undefined ? '' : (directory.siteById(siteId)?.domain ?? '')
  }
  const keyUseNotes = openKeyUseNotes(engine.client)
  const tellUnnoted = (error: unknown): void =>
    log.warn(faultRecord(error), 'The use of an API key cannot be noted')
  const onKeyUse = openKeyUses({
    note: isControl ? auditedKeyUse({ audit, domainOf }) : ({ id }, day) => keyUseNotes.add(id, day),
    nowSeconds,
    onFailure: tellUnnoted,
  })
  if (isControl && engine.kind === 'server') {
    const carry = openKeyUseCarrier({ audit, domainOf, notes: keyUseNotes, nowSeconds })
    closers.push(repeat(CARRY_KEY_USES_MS, () => carry().catch(tellUnnoted)))
  }
  const mail =
    config.mail === undefined || config.publicUrl === undefined || !isControl
      ? undefined
      : openMail({
          ...config.mail,
          address: config.publicUrl + config.basePath,
          onFailure: (error, tries) =>
            log.warn(
              { ...faultRecord(error), count: tries },
              'A letter was not sent (the count is tries). "hanki doctor" looks at the mail server',
            ),
        })
  if (mail !== undefined) closers.push(() => mail.close(LETTERS_MS))
  const oidc =
    config.oidc && openOidcProvider({ settings: config.oidc, callbackUrl: callbackUrl(config), nowMs })
  let isStale = false
  const refreshDirectory = async (): Promise<void> => {
    const isFresh = await directory.refresh()
    if (!isFresh && !isStale)
      log.warn({}, 'Sites and users cannot be read again; the last known ones are used')
    isStale = !isFresh
  }
  closers.push(repeat(REFRESH_DIRECTORY_MS, refreshDirectory))

  const unknownSites = openUnknownSites(nowSeconds)
  const observer: IngestObserver = {
    ...metrics.observer,
    dropped(reason) {
      metrics.observer.dropped(reason)
      if (reason === 'unknown_site') unknownSites.add()
    },
    delayed(error, backOffMs) {
      metrics.observer.delayed(error, backOffMs)
      const record = { ...faultRecord(error), count: journal.depth(), milliseconds: backOffMs }
      log.warn(record, 'A batch waits in the journal')
    },
    lost: (code, count) => log.error({ code, count }, LOSS_WORDS[code]),
    quarantined: code =>
      log.error({ code }, 'The database refuses an event; it was set aside in journal/quarantine.jsonl'),
  }
  const journalDirectory = join(config.dataDirectory, 'journal')
  const journal = await openJournal({
    directory: journalDirectory,
    maxBytes: config.journalBytes,
    observer,
  })
  closers.push(() => journal.close())
  tellFindings(journal, log)
  // A journal that came back older than the database must not give sequences again.
  journal.skipTo(await eventStore.storedThrough(journal.id))
  const isRush = openRush({ latestSequence: journal.durableThrough, nowMs })
  const giveWay = (): void => engine.giveWay(isRush())
  journal.onAppend(giveWay)
  closers.push(repeat(GIVE_WAY_MS, giveWay))
  const incidents = await openIncidents(journalDirectory)
  const visits = openVisits()
  try {
    for await (const latest of eventStore.recentVisits(nowSeconds() - VISIT_GAP_SECONDS))
      visits.restore(latest)
  } catch (error) {
    log.warn(
      faultRecord(error),
      'Open visits cannot be rebuilt: visitors of the last half hour begin new ones',
    )
  }
  for await (const event of journal.unstored()) visits.restore([event])
  // Before the writer moves events from the one to the other.
  const repeats = await openRepeats(eventStore, journal, nowSeconds)

  const sealer = await openSealer({
    store: sealStore,
    sites: directory.sites,
    nowSeconds,
    isStoredUntil: seconds => nowSeconds() - status().delaySeconds >= seconds,
  })
  const changes = isControl
    ? sealer.changes
    : openLateEvents({ store: sealStore, siteById: directory.siteById, nowSeconds })
  const writer = startWriter({
    journal,
    eventStore: watchedStore(eventStore, changes),
    incidents,
    observer,
  })
  closers.push(async () => {
    await writer
      .drain(DRAIN_MS)
      .then(() => journal.trim())
      .catch(() =>
        log.warn(
          { count: journal.depth() },
          'Events stay in the journal and are stored after the next start',
        ),
      )
    await writer.close()
  })
  const counts = openDailyCounter(eventStore)
  const networks = openNetworkCounter(eventStore)
  const flushCounts = () =>
    Promise.all([counts.flush(), networks.flush()]).catch((error: unknown) =>
      log.warn(faultRecord(error), 'Daily counters wait'),
    )
  closers.push(flushCounts, repeat(FLUSH_COUNTS_MS, flushCounts))

  const keyFile = openDayKeyFile(config.dataDirectory, config.dayKeysFile, runtimeDirectory)
  if (keyFile.path === undefined && config.dayKeysFile !== NO_FILE) {
    log.warn({}, 'No memory file system was found: after a restart, visitors of today are counted anew')
  }
  const ledger = await openKeyLedger(join(config.dataDirectory, LEDGER_FILE))
  if (ledger.found.brokenAt !== undefined) {
    log.error(
      { count: ledger.found.brokenAt },
      'The ledger of day keys was changed: the line of this number does not follow from the one before it',
    )
  }
  closers.push(() => ledger.close())
  const flushLedger = () =>
    ledger
      .flush()
      .catch((error: unknown) => log.error(faultRecord(error), 'The ledger of day keys cannot be written'))
  const dayKeys = openDayKeys({
    file: keyFile,
    ledger,
    nowSeconds: nowSeconds(),
    onFailure: error =>
      log.error(faultRecord(error), 'The file of day keys cannot be written; look at its directory'),
    onLate: count => log.error({ count }, 'A day key was destroyed late, by this many seconds'),
    onRestart: (siteId, day) => counts.add(siteId, day, 'key_restarted', ''),
  })
  const imports = openImports(ledger)
  closers.push(() => imports.endAll(nowSeconds()))
  const destroyKeys = (): void => dayKeys.destroyExpired(nowSeconds())
  const forgetVisits = (): void => visits.forgetEnded(nowSeconds())
  // Keys that outlived their time while Hanki was stopped die now.
  destroyKeys()
  closers.push(
    repeat(DESTROY_KEYS_MS, () => {
      destroyKeys()
      return flushLedger()
    }),
    repeat(FORGET_VISITS_MS, forgetVisits),
  )

  const absences = await openAbsences(config.dataDirectory, nowSeconds)
  const markPresence = () =>
    absences.mark().catch((error: unknown) => log.warn(faultRecord(error), 'The time cannot be noted down'))
  await markPresence()
  closers.push(markPresence, repeat(MARK_PRESENCE_MS, markPresence))

  const places = await openPlaces(config.geoFile)
  tellAge(places, nowSeconds(), log)
  closers.push(
    repeat(SLOW_MS, async () => {
      imports.endStill(nowSeconds())
      repeats.forgetOld()
      await places
        .refresh()
        .then(outcome => outcome === 'read' && tellAge(places, nowSeconds(), log))
        .catch((error: unknown) => log.error(faultRecord(error), 'The new geo file is not used'))
    }),
  )
  const gate = openGate({
    networkRate: config.networkRate,
    siteRate: config.siteRate,
    nowMs: () => performance.now(),
  })

  const collect = createCollect({
    journal,
    dayKeys,
    imports,
    gate,
    repeats,
    counts,
    networks,
    values: openBoundedNames(MAX_VALUES),
    observer,
    visits,
    nowSeconds,
    siteByDomain: directory.siteByDomain,
    parseClient: openClientParser(),
    placeOf: places.placeOf,
  })
  const status = (): StorageStatus => storageStatus({ journal, writer, incidents }, nowSeconds())
  metrics.watch({
    journalEvents: journal.depth,
    journalBytes: journal.bytes,
    journalMaxBytes: config.journalBytes,
    storageDelaySeconds: () => status().delaySeconds,
    quarantinedEvents: () => incidents.quarantinedEvents(0),
    lostEvents: () => incidents.lostEvents(0),
    openVisits: visits.size,
    engineRestarts: engine.restarts,
    enginePid: engine.pid,
  })
  const closing = new AbortController()
  if (isControl) {
    const sealing = repeat(SEAL_MS, () =>
      sealer.sealDue({ signal: closing.signal }).catch((error: unknown) => {
        if (!closing.signal.aborted)
          log.warn(faultRecord(error), 'Sealing finished days did not end well; it is tried again')
      }),
    )
    closers.push(() => {
      closing.abort()
      return sealing()
    })
  }
  const removals = openRemovals(engine.client)
  const markStored = async (): Promise<void> => {
    await eventStore.markStored(journal.id, journal.cut().storedThrough)
    if (engine.kind === 'server') await eventStore.markAllStored()
  }
  const repair = openRepair({ store: removals, changes, markStored, nowSeconds })
  const erasure = openErasure({
    store: openSiteData(engine.client),
    markStored,
    async onErased(sites) {
      log.info({ count: sites.length }, 'Everything that was counted of removed sites is erased')
      const actor = { kind: 'hanki' } as const
      for (const id of sites) await audit.note({ actor, action: 'erased', subject: siteNumber(id) })
    },
  })
  const eraseGone = () =>
    erasure
      .eraseGone()
      .catch((error: unknown) =>
        log.warn(faultRecord(error), 'Erasing removed sites did not end well; it is tried again'),
      )
  if (isControl) closers.push(repeat(ERASE_MS, eraseGone))
  const server = buildServer({
    onlyCollects: !isControl,
    repair,
    removals,
    collect,
    gate,
    tarpit: openTarpit(),
    readAddress: clientAddressReader(config),
    directory,
    counts,
    eventStore,
    nowSeconds,
    questionsPerHour: config.questionsPerHour,
    findEventCaller: openEventCallers(directory, onKeyUse),
    audit,
    auditStore,
    mail,
    oidc,
    onProviderFailure: error =>
      log.warn(
        { ...faultRecord(error), code: error.code },
        `Signing in with the provider failed. ${error.message}`,
      ),
    onKeyUse,
    requiresSecondFactor: config.requiresSecondFactor,
    relyingParty: () => {
      if (config.publicUrl !== undefined) return relyingPartyOf(config.publicUrl)
      const listening = server.address()
      return typeof listening === 'object' && listening !== null
        ? localRelyingParty(config.host, listening.port)
        : undefined
    },
    absences,
    geoBuiltAtSeconds: places.builtAtSeconds,
    secureCookies: config.publicUrl?.startsWith('https:') ?? false,
    storageStatus: status,
    unknownSiteEvents: unknownSites.lastHour,
    renderMetrics: metrics.render,
    metricsToken: config.metricsToken,
    pulse,
    script: {
      source: trackingScript(built.trackingScript, config.basePath),
      exclude: readFileSync(built.excludeScript, 'utf8'),
    },
    dashboard: { directory: built.dashboardDirectory, basePath: config.basePath },
    onFault: (error, route) => log.error({ ...faultRecord(error), route }, 'A request failed'),
  })
  return {
    server,
    collect,
    directory,
    eventStore,
    writer,
    sealer,
    tidy() {
      destroyKeys()
      forgetVisits()
    },
    createSetupLink: async () => (isControl ? createSetupLink({ directory, nowSeconds }) : undefined),
  }
}

/** The script sends to the host that it came from, below the path where Hanki lies there. */
function trackingScript(file: string, basePath: string): string {
  return readFileSync(file, 'utf8').replace('/api/event', `${basePath}/api/event`)
}

/** Old data places networks where they are no longer. */
function tellAge(places: Places, nowSeconds: number, log: Log): void {
  const days = Math.floor((nowSeconds - places.builtAtSeconds()) / 86_400)
  if (days > OLD_GEO_DATA_DAYS)
    log.warn(
      { count: days },
      'The data about countries is old (the count is days). Update Hanki, or set HANKI_GEO_FILE to a newer .mmdb file',
    )
}

const LOSS_WORDS: Readonly<Record<LossReason, string>> = {
  database_older:
    'Events that had been stored are not in the database any more: it is older than the journal, as after restoring a backup. They are lost',
  journal_damaged: 'Accepted events were lost: the disk damaged the journal before they were stored',
}

/** Says what the journal found when it was opened, if it was anything. */
function tellFindings({ findings }: Journal, log: Log): void {
  if (findings.mended > 0) log.warn({ count: findings.mended }, 'Wrong bits in the journal were turned back')
  if (findings.tornBytes > 0) {
    log.info({ count: findings.tornBytes }, 'Bytes of an event that was never acknowledged were cut off')
  }
  if (findings.cutWasMissing) {
    log.warn({}, 'The journal does not say what is stored already; the database is asked for every event')
  }
}

/** Calls `work`, which must not throw, again and again, never twice at once. The stop waits for the call in flight. */
function repeat(milliseconds: number, work: () => unknown): () => Promise<void> {
  const stop = new AbortController()
  const running = (async () => {
    while (!stop.signal.aborted) {
      await sleep(milliseconds, undefined, { signal: stop.signal }).catch(() => undefined)
      if (!stop.signal.aborted) await work()
    }
  })()
  return () => {
    stop.abort()
    return running
  }
}
