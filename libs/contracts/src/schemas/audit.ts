import { z } from 'zod';

/** The chain of what was done to accounts and keys, as auditors read it (S14). */

export const AUDIT_ACTIONS = [
  ...(['user.created', 'user.changed', 'user.proposed', 'user.approved', 'user.rejected', 'user.passwordSet'] as const),
  ...(['apiKey.issued', 'apiKey.revoked'] as const),
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export const auditFilters = {
  action: z.enum(AUDIT_ACTIONS).optional(),
  actorId: z.string().min(1).max(60).optional(),
  subjectId: z.string().min(1).max(60).optional(),
  from: z.iso.date().optional().meta({ description: 'First day, in Asia/Shanghai' }),
  to: z.iso.date().optional().meta({ description: 'Last day, in Asia/Shanghai' }),
};

export const AuditEntry = z
  .object({
    sequence: z.int(),
    at: z.iso.datetime(),
    actorId: z.string(),
    actorRole: z.string(),
    action: z.string(),
    subjectId: z.string(),
    details: z.record(z.string(), z.unknown()),
    hash: z.string().meta({ description: 'Over this line and the hash before it' }),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.output<typeof AuditEntry>;

export const AuditPage = z
  .object({ items: z.array(AuditEntry), nextCursor: z.string().optional() })
  .meta({ id: 'AuditPage' });
export type AuditPage = z.output<typeof AuditPage>;

export const AuditVerification = z
  .object({
    entries: z.int(),
    isWhole: z.boolean(),
    brokenAt: z.int().optional().meta({ description: 'The first line that does not fit the one before' }),
  })
  .meta({ id: 'AuditVerification' });
export type AuditVerification = z.output<typeof AuditVerification>;
