import { z } from 'zod';
import { BLOCKER_KINDS, BLOCKER_STATES } from '../blockers.js';
import { EvidenceNote } from './whistles.js';

/** Requests and answers on blockers (土地、资金、资料等障碍, S81). */

const words = (max: number) => z.string().trim().min(1).max(max);
const serverNow = z.iso.datetime().optional();

export const RecordBlocker = z
  .strictObject({
    kind: z.enum(BLOCKER_KINDS),
    words: words(1000).meta({ description: 'What is missing, and whose it is; no names or phones of residents' }),
  })
  .meta({
    id: 'RecordBlocker',
    description: 'What keeps the department from getting on',
    examples: [{ kind: 'documents', words: '开发商未移交竣工验收资料，无法办理不动产首次登记。' }],
  });
export type RecordBlocker = z.output<typeof RecordBlocker>;

export const ClearBlocker = z
  .strictObject({ evidence: z.array(EvidenceNote).max(9).default([]).meta({ description: 'At least one' }) })
  .meta({
    id: 'ClearBlocker',
    description: '障碍消除: with what shows it',
    examples: [{ evidence: [{ kind: 'document', note: '资料移交清单，双方盖章。' }] }],
  });
export type ClearBlocker = z.output<typeof ClearBlocker>;

export const Blocker = z
  .object({
    id: z.uuid(),
    taskId: z.uuid(),
    whistleId: z.uuid(),
    number: z.string().meta({ description: 'Of the whistle' }),
    communityId: z.string(),
    departmentId: z.string(),
    kind: z.enum(BLOCKER_KINDS),
    words: z.string(),
    state: z.enum(BLOCKER_STATES),
    recordedBy: z.string(),
    recordedAt: z.iso.datetime(),
    clearedBy: z.string().optional(),
    clearedAt: z.iso.datetime().optional(),
    evidence: z.array(EvidenceNote).optional(),
    serverNow,
  })
  .meta({ id: 'Blocker', description: 'Something in the way, who recorded it, and who cleared it when' });
export type Blocker = z.output<typeof Blocker>;

export const BlockerPage = z
  .object({ items: z.array(Blocker), nextCursor: z.string().optional(), serverNow })
  .meta({ id: 'BlockerPage', description: 'Newest first' });

/** Filters of GET /api/blockers, beside `limit` and `cursor`. */
export const blockerFilters = {
  whistleId: z.uuid().optional(),
  taskId: z.uuid().optional(),
  departmentId: words(40).optional(),
  kind: z.enum(BLOCKER_KINDS).optional(),
  state: z.enum(BLOCKER_STATES).optional(),
};
