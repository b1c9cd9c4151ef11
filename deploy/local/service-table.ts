/**
 * Every service of the product and the heap it gets. The limit also bounds the cache of workflows a worker keeps, and
 * so the memory of the idle platform.
 */
export const SERVICES = [
  { name: 'whistles', heapMegabytes: 256 },
  { name: 'members', heapMegabytes: 192 },
  { name: 'topics', heapMegabytes: 192 },
  { name: 'departments', heapMegabytes: 256 },
  { name: 'insight', heapMegabytes: 192 },
  { name: 'notices', heapMegabytes: 192 },
  { name: 'gateway', heapMegabytes: 192 },
] as const;

export type ServiceName = (typeof SERVICES)[number]['name'];

export const SERVICE_NAMES: readonly ServiceName[] = SERVICES.map(({ name }) => name);
