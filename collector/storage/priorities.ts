/**
 * Who goes first where several statements want the same cores, as ClickHouse's setting `priority` takes it (1 first): what an
 * owner looks for first, then the rest of the screen and heavy questions, then sealing, which nobody waits for.
 */
export const PRIORITIES = { first: '1', later: '2', sealing: '10' } as const
