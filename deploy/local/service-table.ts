/** Every service of the product and the heap it gets; a worker's workflows are in it (`worker-runner.ts`). */
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
