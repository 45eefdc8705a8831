/** User of the embedded engine that the collector signs in as. */
export const ENGINE_USER = 'hanki'

interface EngineLimits {
  /** Ceiling of the server's memory, bytes. */
  readonly maxMemoryBytes: number
}

/**
 * The embedded server's configuration: small caches and pools for a small host, none of ClickHouse's own logs,
 * and room to remember deduplication tokens (their default window is 0: tokens would be ignored silently).
 */
export function engineConfigXml(
  { maxMemoryBytes }: EngineLimits,
  usersFile: string,
  tmpPath: string,
): string {
  return `<clickhouse>
  <users_config>${xmlText(usersFile)}</users_config>
  <tmp_path>${xmlText(tmpPath)}</tmp_path>
  <max_server_memory_usage>${maxMemoryBytes}</max_server_memory_usage>
  <mark_cache_size>67108864</mark_cache_size>
  <uncompressed_cache_size>0</uncompressed_cache_size>
  <mmap_cache_size>64</mmap_cache_size>
  <compiled_expression_cache_size>16777216</compiled_expression_cache_size>
  <max_concurrent_queries>64</max_concurrent_queries>
  <max_connections>256</max_connections>
  <keep_alive_timeout>30</keep_alive_timeout>
  <background_pool_size>2</background_pool_size>
  <background_merges_mutations_concurrency_ratio>2</background_merges_mutations_concurrency_ratio>
  <background_schedule_pool_size>4</background_schedule_pool_size>
  <background_move_pool_size>1</background_move_pool_size>
  <background_fetches_pool_size>1</background_fetches_pool_size>
  <background_common_pool_size>2</background_common_pool_size>
  <background_message_broker_schedule_pool_size>1</background_message_broker_schedule_pool_size>
  <background_distributed_schedule_pool_size>1</background_distributed_schedule_pool_size>
  <tables_loader_foreground_pool_size>2</tables_loader_foreground_pool_size>
  <tables_loader_background_pool_size>1</tables_loader_background_pool_size>
  <merge_tree>
    <number_of_free_entries_in_pool_to_execute_mutation>1</number_of_free_entries_in_pool_to_execute_mutation>
    <number_of_free_entries_in_pool_to_lower_max_size_of_merge>1</number_of_free_entries_in_pool_to_lower_max_size_of_merge>
    <number_of_free_entries_in_pool_to_execute_optimize_entire_partition>1</number_of_free_entries_in_pool_to_execute_optimize_entire_partition>
  </merge_tree>
</clickhouse>
`
}

/**
 * Who may do what: our user with a random password; and `default`, which the program's own session needs,
 * reduced to listening and idling, so that a stranger on the same machine can read neither tables nor files.
 */
export function engineUsersXml(password: string): string {
  return `<clickhouse>
  <profiles>
    <default>
      <max_threads>2</max_threads>
      <fsync_metadata>1</fsync_metadata>
      <log_queries>0</log_queries>
      <date_time_input_format>best_effort</date_time_input_format>
    </default>
  </profiles>
  <quotas><default></default></quotas>
  <users>
    <${ENGINE_USER}>
      <password>${xmlText(password)}</password>
      <networks><ip>127.0.0.1</ip></networks>
      <profile>default</profile>
      <quota>default</quota>
      <access_management>0</access_management>
    </${ENGINE_USER}>
    <default>
      <password></password>
      <networks><ip>::1</ip></networks>
      <profile>default</profile>
      <quota>default</quota>
      <grants>
        <query>GRANT SYSTEM LISTEN ON *.*</query>
        <query>GRANT SELECT ON system.numbers</query>
      </grants>
    </default>
  </users>
</clickhouse>
`
}

function xmlText(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
