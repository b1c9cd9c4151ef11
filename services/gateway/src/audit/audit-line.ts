import { createHash } from 'node:crypto';
import type { AuditAction } from '@hsl/contracts/schemas/audit';

/** What was done, before it is sealed. */
export interface AuditAct {
  subdistrictId: string;
  actorId: string;
  actorRole: string;
  action: AuditAction;
  subjectId: string;
  /** Ids, codes and numbers; never a password, a key or its hash. */
  details: Readonly<Record<string, unknown>>;
  at: Date;
}

/** A line as it lies in the chain. */
export interface AuditLine extends Omit<AuditAct, 'action' | 'details'> {
  action: string;
  sequence: number;
  details: unknown;
  previousHash: string;
  hash: string;
}

/** Before the first line. */
export const NO_HASH = '0'.repeat(64);

/** Whoever changes, adds or removes a line breaks every seal after it. */
export function sealOf(line: Omit<AuditLine, 'hash'>): string {
  const { previousHash, subdistrictId, sequence, at, actorId, actorRole, action, subjectId, details } = line;
  const sealed = [previousHash, subdistrictId, sequence, at.toISOString(), actorId, actorRole, action, subjectId];
  return createHash('sha256')
    .update(JSON.stringify([...sealed, details]))
    .digest('hex');
}

/** The first of these lines that does not fit the one before, in rising order; `before` is the last line seen earlier. */
export function firstBroken(lines: readonly AuditLine[], before?: AuditLine): number | undefined {
  let previous = before;
  for (const line of lines) {
    const fits = line.sequence === (previous?.sequence ?? 0) + 1 && line.previousHash === (previous?.hash ?? NO_HASH);
    if (!fits || sealOf(line) !== line.hash) return line.sequence;
    previous = line;
  }
  return undefined;
}
