import { z } from 'zod';
import { StoredFile } from './files.js';

/** Requests and answers on site visits (实地指导, S88). */

const words = (max: number) => z.string().trim().min(1).max(max);
const serverNow = z.iso.datetime().optional();

export const RecordSiteVisit = z
  .strictObject({
    place: words(120),
    visitedAt: z.iso.datetime({ offset: true }).meta({ description: 'Not in the future' }),
    advice: words(2000).meta({ description: 'What was advised on the spot; no names or phones of residents' }),
    fileIds: z.array(z.uuid()).max(9).default([]).meta({ description: 'Files put on the task before' }),
  })
  .meta({
    id: 'RecordSiteVisit',
    description: '实地指导: who went there, when, and what was advised',
    examples: [
      {
        place: '聂寨社区东门',
        visitedAt: '2021-08-20T15:00:00+08:00',
        advice: '停放区再往北移两米，留出消防通道。',
        fileIds: [],
      },
    ],
  });
export type RecordSiteVisit = z.output<typeof RecordSiteVisit>;

export const SiteVisit = z
  .object({
    id: z.uuid(),
    place: z.string(),
    visitedAt: z.iso.datetime(),
    advice: z.string(),
    files: z.array(StoredFile),
    role: z.string().meta({ description: 'In which the visitor went', examples: ['member'] }),
    recordedAt: z.iso.datetime(),
    serverNow,
  })
  .meta({ id: 'SiteVisit', description: 'A visit on the spot, with its photos' });
export type SiteVisit = z.output<typeof SiteVisit>;

export const SiteVisitList = z
  .object({ items: z.array(SiteVisit), serverNow })
  .meta({ id: 'SiteVisitList', description: 'Visits for a task, latest first' });
export type SiteVisitList = z.output<typeof SiteVisitList>;
