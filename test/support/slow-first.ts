import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take a minute and more, most of it waiting. */
const SLOW = [
  'test/crash/process-faults.test.ts',
  'test/crash/disk-faults.test.ts',
  'test/collector/sealing/sealer.test.ts',
  'test/collector/storage/query/random-worlds.test.ts',
  'test/attacks/stored-scripts.test.ts',
  'test/e2e/access-table.test.ts',
  'test/collector/http/mail.test.ts',
]

/** Begins with what takes longest: begun last, one slow file would be all that runs in the end. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isSlow = ({ moduleId }: TestSpecification) => SLOW.some(name => moduleId.endsWith(name))
    return [...sorted.filter(isSlow), ...sorted.filter(file => !isSlow(file))]
  }
}
