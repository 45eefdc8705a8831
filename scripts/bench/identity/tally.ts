/** Who was there on a day, and under which ids. */
export interface DayTally {
  add(person: number, device: number, id: string): void
  result(): TallyResult
}

/**
 * What counting ids makes of devices. `counted = devices + split − merged`, since every pair of device and id that met
 * is counted once from either side.
 */
export interface TallyResult {
  readonly people: number
  readonly devices: number
  /** Ids: what a dashboard calls visitors. */
  readonly counted: number
  /** Ids beyond the first of a device: one device that is counted more than once. */
  readonly split: number
  /** Devices beyond the first of an id: several that are counted as one. */
  readonly merged: number
}

export function openTally(): DayTally {
  const people = new Set<number>()
  const devices = new Set<number>()
  const ids = new Set<string>()
  const pairs = new Set<string>()
  return {
    add(person, device, id) {
      people.add(person)
      devices.add(device)
      ids.add(id)
      pairs.add(`${device} ${id}`)
    },
    result: () => ({
      people: people.size,
      devices: devices.size,
      counted: ids.size,
      split: pairs.size - devices.size,
      merged: pairs.size - ids.size,
    }),
  }
}

/** Days added up, as a dashboard adds up visitors. */
export function sumOf(results: readonly TallyResult[]): TallyResult {
  const sum = (pick: (result: TallyResult) => number) =>
    results.reduce((total, result) => total + pick(result), 0)
  return {
    people: sum(result => result.people),
    devices: sum(result => result.devices),
    counted: sum(result => result.counted),
    split: sum(result => result.split),
    merged: sum(result => result.merged),
  }
}
