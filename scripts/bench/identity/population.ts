import { openRandom, type Random } from '../../demo/random.ts'
import { chooseComputer, chooseOfficeComputer, choosePhone, type Device, type Look } from './devices.ts'
import { type Network, openCarrier, openHome, openOffice } from './networks.ts'

/** How people of a population reach the site: only from one kind of place, or as most do in a day. */
export const POPULATIONS = ['households', 'offices', 'carriers', 'everyday'] as const
export type PopulationKind = (typeof POPULATIONS)[number]

/** One person with devices, and the network that a device uses at an hour of a day. */
export interface Person {
  readonly id: number
  readonly devices: readonly Device[]
  networkOf(device: Device, hourOfDay: number): Network
}

const HOME_SIZES = [
  { weight: 38, people: 1 },
  { weight: 32, people: 2 },
  { weight: 13, people: 3 },
  { weight: 12, people: 4 },
  { weight: 5, people: 5 },
]
const OFFICE_SIZES = [
  { weight: 50, people: 15 },
  { weight: 35, people: 80 },
  { weight: 15, people: 400 },
]
const HAS_COMPUTER = 0.7
const HAS_TABLET = 0.2
/** Hours in which people of everyday are at work, and on their way. */
const WORK = { from: 9, to: 17 }
const WAY = [8, 17]
const WORKS_IN_OFFICE = 0.5

/** The same seed makes the same people. */
export function makePopulation(kind: PopulationKind, size: number, seed: number): readonly Person[] {
  const random = openRandom(seed, POPULATIONS.indexOf(kind))
  const carriers = [0.4, 0.35, 0.25].map(share => openCarrier(random, Math.round(size * share)))
  const people: Person[] = []
  let devices = 0
  let home = { network: openHome(random), left: 0 }
  let office = openWorkplace(random)
  while (people.length < size) {
    if (home.left === 0) home = { network: openHome(random), left: random.pick(HOME_SIZES).people }
    if (office.left === 0) office = openWorkplace(random)
    home.left--
    office.left--
    const id = people.length
    const own = ownDevices(kind, id, devices, office.standard, random)
    devices += own.length
    const worksInOffice = random.chance(WORKS_IN_OFFICE)
    const places = { home: home.network, office: office.network, carrier: random.oneOf(carriers) }
    people.push({
      id,
      devices: own,
      networkOf: (device, hour) => chooseNetwork(kind, device, hour, worksInOffice, places),
    })
  }
  return people
}

interface Places {
  readonly home: Network
  readonly office: Network
  readonly carrier: Network
}

function chooseNetwork(
  kind: PopulationKind,
  device: Device,
  hour: number,
  worksInOffice: boolean,
  { home, office, carrier }: Places,
): Network {
  if (kind === 'households') return home
  if (kind === 'offices') return office
  if (kind === 'carriers') return carrier
  if (device.kind === 'phone' && WAY.includes(hour)) return carrier
  const isAtWork = worksInOffice && hour >= WORK.from && hour < WORK.to
  if (!isAtWork) return home
  return device.kind === 'phone' ? carrier : office
}

function openWorkplace(random: Random): { network: Network; left: number; standard: Look } {
  return {
    network: openOffice(random),
    left: random.pick(OFFICE_SIZES).people,
    standard: chooseComputer(random),
  }
}

function ownDevices(
  kind: PopulationKind,
  person: number,
  firstId: number,
  standard: Look,
  random: Random,
): readonly Device[] {
  const looks: { kind: Device['kind']; look: Look }[] = []
  if (kind === 'offices') looks.push({ kind: 'computer', look: chooseOfficeComputer(random, standard) })
  else looks.push({ kind: 'phone', look: choosePhone(random) })
  if ((kind === 'households' || kind === 'everyday') && random.chance(HAS_COMPUTER)) {
    looks.push({ kind: 'computer', look: chooseComputer(random) })
  }
  if (kind === 'households' && random.chance(HAS_TABLET)) {
    looks.push({ kind: 'phone', look: { ...choosePhone(random), device: 'Tablet' } })
  }
  return looks.map((device, index) => ({ ...device, id: firstId + index, person }))
}
