import type { ClickHouseClient } from '@clickhouse/client'
import { type AuditLog, openAuditLog } from '../../collector/accounts/audit-log.ts'
import type { AuditStore } from '../../collector/core/ports.ts'
import { openAuditStore } from '../../collector/storage/settings/audit-store.ts'

/** The audit log of a test's database, kept for a year. */
export function openTestAudit(
  client: ClickHouseClient,
  nowSeconds = (): number => Math.floor(Date.now() / 1_000),
): { readonly audit: AuditLog; readonly auditStore: AuditStore } {
  const auditStore = openAuditStore(client)
  return { auditStore, audit: openAuditLog({ store: auditStore, nowSeconds, keepDays: 365 }) }
}
