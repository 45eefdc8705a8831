import { describe, expect, it } from 'vitest'
import { crashTable, isSound, type Row } from './row.ts'

const row: Row = {
  fault: 'a-fault',
  sent: 10,
  acknowledged: 7,
  refused: 2,
  unanswered: 1,
  stored: 8,
  lost: 0,
  doubled: 0,
  refusedButStored: 0,
  destroyed: 0,
  answers: { '202': 7, ECONNRESET: 1 },
  slowestAnswerMs: 12,
  drainMs: 34,
  complaints: [],
}

describe('isSound', () => {
  it.each([
    { why: 'nothing is wrong', change: {}, sound: true },
    { why: 'an event is lost', change: { lost: 1 }, sound: false },
    { why: 'an event is stored twice', change: { doubled: 1 }, sound: false },
    { why: 'something else is wrong', change: { complaints: ['it took a day'] }, sound: false },
  ])('is $sound when $why', ({ change, sound }) => {
    expect(isSound({ ...row, ...change })).toBe(sound)
  })

  it('holds for a fault that cannot be had here, not for one whose trial broke off', () => {
    expect(
      [{ skipped: 'no root' }, { broken: 'no start' }].map(end => isSound({ fault: 'a', ...end })),
    ).toEqual([true, false])
  })
})

describe('crashTable', () => {
  it('has a line per fault and says below what there is to say', () => {
    const rows = [
      { ...row, complaints: ['it took a day'] },
      { fault: 'other', skipped: 'no root' },
    ]
    expect(crashTable(rows).split('\n')).toEqual([
      'fault    sent  acknowledged  refused  unanswered  stored  lost  doubled  answers             slowest ms  drained ms',
      'a-fault  10    7             2        1           8       0     0        202×7 ECONNRESET×1  12          34',
      'other    –     –             –        –           –       –     –        –                   –           –',
      'a-fault: it took a day',
      'other: no root',
    ])
  })
})
