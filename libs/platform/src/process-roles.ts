/** Parts of a service that can be scaled on their own. One process runs those named in ROLE, by default all. */
export const PROCESS_ROLES = ['api', 'worker', 'relay', 'consumer'] as const;
export type ProcessRole = (typeof PROCESS_ROLES)[number];

const isProcessRole = (text: string): text is ProcessRole => (PROCESS_ROLES as readonly string[]).includes(text);

/**
 * Roles of this process from ROLE, a list with commas.
 * @throws Error for a role there is none of
 */
export function readRoles(text: string | undefined = process.env['ROLE']): ReadonlySet<ProcessRole> {
  const names = (text ?? '').split(',').map((name) => name.trim());
  const given = names.filter((name) => name !== '');
  if (given.length === 0) return new Set(PROCESS_ROLES);
  const unknown = given.filter((name) => !isProcessRole(name));
  if (unknown.length > 0)
    throw new Error(`ROLE names no role of ours: ${unknown.join(', ')}; use ${PROCESS_ROLES.join(', ')}`);
  return new Set(given.filter(isProcessRole));
}

/** True if this process plays the role. */
export const hasRole = (role: ProcessRole): boolean => readRoles().has(role);
