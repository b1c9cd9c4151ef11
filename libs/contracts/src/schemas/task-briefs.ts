import { z } from 'zod';

/** Requests and answers on task briefs (任务书, S61). */

const words = (max: number) => z.string().trim().min(1).max(max);
const serverNow = z.iso.datetime().optional();
const goal = words(500);
const measures = z.array(words(500)).min(1).max(20);
const owner = words(40).meta({ description: 'Who of the unit answers for it: a name or a post' });
const dueOn = z.iso.date().meta({ description: 'A day in Asia/Shanghai' });

export const WriteTaskBrief = z.strictObject({ goal, measures, owner, dueOn }).meta({
  id: 'WriteTaskBrief',
  description: '列出任务书: what the lead has undertaken',
  examples: [
    {
      goal: '年底前办成 480 户不动产登记',
      measures: ['逐户核对购房资料', '补办竣工验收备案'],
      owner: '分管副局长',
      dueOn: '2026-12-31',
    },
  ],
});
export type WriteTaskBrief = z.output<typeof WriteTaskBrief>;

export const SignTaskBrief = z
  .strictObject({ version: z.int().min(1).meta({ description: 'Of the text that was read' }) })
  .meta({
    id: 'SignTaskBrief',
    description: 'By the head of the lead unit, and by a deputy leader',
    examples: [{ version: 1 }],
  });
export type SignTaskBrief = z.output<typeof SignTaskBrief>;

const Signature = z.object({ by: z.string(), at: z.iso.datetime() });

export const TaskBrief = z
  .object({
    taskId: z.uuid(),
    version: z.int().meta({ description: 'Rises with every change and signature' }),
    state: z.enum(['DRAFT', 'SIGNED']).meta({ description: '`SIGNED` by both: it stays as it is' }),
    goal,
    measures: z.array(z.string()),
    owner: z.string(),
    dueOn,
    writtenBy: z.string(),
    writtenAt: z.iso.datetime(),
    signatures: z.object({ head: Signature.optional(), deputyLeader: Signature.optional() }),
    serverNow,
  })
  .meta({ id: 'TaskBrief', description: 'Goal, measures, owner, due day, and who signed when' });
export type TaskBrief = z.output<typeof TaskBrief>;
