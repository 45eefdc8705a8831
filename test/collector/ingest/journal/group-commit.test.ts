import { setImmediate as turnOver } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openGroupCommit, type Waiting } from '../../../../collector/ingest/journal/group-commit.ts'

const ENTRY: Waiting = { bytes: 1 }

/** A group commit that writes at once, and the sizes of its groups. */
function openCommit(gapMs?: number) {
  const groups: number[] = []
  const commit = openGroupCommit(async group => void groups.push(group.length), gapMs)
  return { groups, commit }
}

describe('the groups in which requests become durable', () => {
  it('hold everything that has come in at the same moment', async () => {
    const { commit, groups } = openCommit()
    await Promise.all(Array.from({ length: 100 }, () => commit.add(ENTRY)))
    expect(groups).toEqual([100])
  })

  it('wait for others when the group before was shared', async () => {
    const { commit, groups } = openCommit(500)
    await Promise.all([commit.add(ENTRY), commit.add(ENTRY)])
    const first = commit.add(ENTRY)
    await turnOver()
    await Promise.all([first, commit.add(ENTRY)])
    expect(groups).toEqual([2, 2])
  })

  it('do not keep a sender waiting who sends one after the other', async () => {
    const { commit, groups } = openCommit(60_000)
    for (let count = 0; count < 5; count++) await commit.add(ENTRY)
    expect(groups).toEqual([1, 1, 1, 1, 1])
  })

  it('are waited for by whoever closes, those that are not due included', async () => {
    const { commit, groups } = openCommit(200)
    await Promise.all([commit.add(ENTRY), commit.add(ENTRY)])
    const last = commit.add(ENTRY)
    await commit.idle()
    expect(groups).toEqual([2, 1])
    await last
  })
})
