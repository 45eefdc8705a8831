import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))

test('Hanki runs with the same flags of node, whoever starts it', () => {
  const flags = String(scripts.start).match(/--\S+/g)
  expect(flags).not.toBeNull()
  expect(String(scripts.demo).match(/--\S+/g)).toEqual(flags)
  const [, command = '[]'] = /^CMD (\[.*\])$/m.exec(readFileSync('scripts/docker/Dockerfile', 'utf8')) ?? []
  expect(JSON.parse(command)).toEqual(['node', ...(flags ?? []), 'dist/collector/main.js'])
})
