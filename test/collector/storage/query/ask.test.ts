import { expect, onTestFinished, test } from 'vitest'
import { ask, type Urgency } from '../../../../collector/storage/query/ask.ts'
import { openTestEngine } from '../../../support/engine.ts'

test('what an owner looks for first goes before the rest, and both before sealing', async () => {
  const engine = await openTestEngine()
  onTestFinished(() => engine.close())
  async function priorityOf(urgency: Urgency): Promise<number> {
    const statement = { sql: "SELECT toString(getSetting('priority')) AS priority", params: {} }
    const { data } = await ask(engine.client, statement, urgency)
    return Number(data[0]?.['priority'])
  }
  const [first, later] = [await priorityOf('first'), await priorityOf('later')]
  expect(first).toBeGreaterThan(0)
  expect(later).toBeGreaterThan(first)
  expect(later).toBeLessThan(10)
})
