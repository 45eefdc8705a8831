import { describeFaults } from './describe-faults.ts'
import { DISK_FAULTS } from './faults.ts'

describeFaults('a collector whose disk is in trouble', DISK_FAULTS)
