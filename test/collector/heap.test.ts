import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { HEAP_FLAG } from '../../collector/heap.ts'

function complaintOf(flag: string): string {
  const script = `require('node:v8').setFlagsFromString(${JSON.stringify(flag)})`
  return spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stderr
}

it('asks of the heap what this Node.js knows', () => {
  expect(complaintOf(HEAP_FLAG)).toBe('')
  expect(complaintOf('--no-such-option')).toContain('--no-such-option')
})
