import { describeFaults } from './describe-faults.ts'
import { PROCESS_FAULTS } from './faults.ts'

describeFaults('a collector whose processes or clock are in trouble', PROCESS_FAULTS)
