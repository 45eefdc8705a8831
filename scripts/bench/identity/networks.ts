import type { Random } from '../../demo/random.ts'

/** Where a device has its address from at a moment. */
export interface Network {
  /** The device's public address at this moment; hours count from the beginning of the simulation. */
  addressOf(device: number, hours: number): string
}

/** Share of homes with IPv6, of carriers' connections with IPv6. */
const HOME_IPV6 = 0.4
const CARRIER_IPV6 = 0.5
/** A home's line gets another IPv4 address about once in so many days. */
const RECONNECT_DAYS = 14
/** Phones behind a carrier's shared IPv4 address, and how long one keeps its address, hours. */
const PHONES_PER_ADDRESS = 200
const CARRIER_HOURS = 3

/**
 * A home behind one router. With IPv4 all share its address; with IPv6 each device has an address of its own that
 * it changes every 24 hours (temporary addresses, RFC 8981), counted from the moment it was switched on.
 */
export function openHome(random: Random): Network {
  const isIpv6 = random.chance(HOME_IPV6)
  const number = random.below(0xffff_ffff)
  const phase = random.next() * 24
  const reconnectPhase = random.next() * RECONNECT_DAYS
  return {
    addressOf(device, hours) {
      if (!isIpv6) return ipv4(mix(number, Math.floor(hours / 24 / RECONNECT_DAYS + reconnectPhase)))
      const suffix = mix(device, Math.floor((hours + phase + (device % 24)) / 24))
      return ipv6(number, suffix)
    },
  }
}

/** An office behind two addresses that never change. */
export function openOffice(random: Random): Network {
  const number = random.below(0xffff_ffff)
  return { addressOf: device => ipv4(mix(number, device % 2)) }
}

/**
 * A mobile carrier: IPv4 of many phones in one, IPv6 with a prefix per phone; either way another one every few hours.
 * `phones`: how many it has in the simulation, which must share as many addresses as they would in life.
 */
export function openCarrier(random: Random, phones: number): Network {
  const base = random.below(0xffff_ffff)
  const pool = Math.max(1, Math.round(phones / PHONES_PER_ADDRESS))
  return {
    addressOf(device, hours) {
      const session = mix(device, Math.floor((hours + (device % 7) / 2) / CARRIER_HOURS))
      if ((mix(device, base) % 100) / 100 < CARRIER_IPV6) return ipv6(mix(base, session), session)
      return ipv4(mix(base, session % pool))
    },
  }
}

/** Any public address; 11 to 99 in front, so that none is reserved. */
function ipv4(value: number): string {
  return [11 + ((value >>> 24) % 88), (value >>> 16) & 255, (value >>> 8) & 255, value & 255].join('.')
}

function ipv6(network: number, suffix: number): string {
  const groups = [network >>> 16, network & 0xffff, suffix & 0xfff, 1, suffix >>> 16, suffix & 0xffff]
  const [a, b, c, d, e, f] = groups.map(group => (group & 0xffff).toString(16))
  return `2a00:${a}:${b}:${c}:${d}:${e}:${f}:1`
}

/** A 32-bit mixer: the same two numbers give the same third. */
function mix(one: number, other: number): number {
  let value = Math.imul(one ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(other + 0x165667b1, 0xc2b2ae35)
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return (value ^ (value >>> 13)) >>> 0
}
