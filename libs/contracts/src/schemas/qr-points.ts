import { z } from 'zod';
import { QR_POINT_KINDS } from '../submissions.js';

/** Points where a printed code hangs (S98). */

const referenceId = z.string().trim().min(1).max(40);
const words = (max: number) => z.string().trim().min(1).max(max);
const instant = z.iso.datetime();
const serverNow = z.iso.datetime().optional();

export const QrKeyVersion = z
  .object({ version: z.int().meta({ description: 'Signs the codes of new and reissued points' }), serverNow })
  .meta({ id: 'QrKeyVersion', description: 'The key that signs from now on' });
export type QrKeyVersion = z.output<typeof QrKeyVersion>;

export const CreateQrPoint = z
  .strictObject({
    kind: z.enum(QR_POINT_KINDS),
    place: words(120),
    communityId: referenceId,
    estateId: referenceId.optional(),
    venueId: z.uuid().optional().meta({ description: 'With kind `venue`; its address and hours are on the sheet' }),
    categoryCode: referenceId.optional().meta({ description: 'Filled into the form' }),
  })
  .refine(({ kind, venueId }) => venueId === undefined || kind === 'venue', {
    path: ['venueId'],
    params: { code: 'notAVenue', zh: '只有场地的二维码可以指定场地。', en: 'Only the code of a venue names one.' },
  })
  .meta({
    id: 'CreateQrPoint',
    description: 'A place where a printed code will hang',
    examples: [{ kind: 'noticeBoard', place: '聂寨社区公告栏', communityId: 'ZX01' }],
  });
export type CreateQrPoint = z.output<typeof CreateQrPoint>;

export const QrPoint = z
  .object({
    id: z.uuid(),
    version: z.int(),
    kind: z.enum(QR_POINT_KINDS),
    place: z.string(),
    communityId: z.string(),
    estateId: z.string().optional(),
    venueId: z.uuid().optional(),
    categoryCode: z.string().optional(),
    active: z.boolean(),
    code: z.string().meta({ description: 'Signed; what the QR image holds' }),
    createdAt: instant,
    revokedAt: instant.optional(),
    serverNow,
  })
  .meta({ id: 'QrPoint', description: 'A point with its code' });
export type QrPoint = z.output<typeof QrPoint>;

/** Filters of GET /api/qr-points, beside `limit` and `cursor`. */
export const qrPointFilters = { communityId: referenceId.optional() };

export const QrPointPage = z
  .object({ items: z.array(QrPoint), nextCursor: z.string().optional(), serverNow })
  .meta({ id: 'QrPointPage', description: 'Points within the caller’s scope, newest first' });
export type QrPointPage = z.output<typeof QrPointPage>;

export const QrForm = z
  .object({
    subdistrictId: z.string(),
    communityId: z.string(),
    communityName: z.string().optional(),
    kind: z.enum(QR_POINT_KINDS),
    place: z.string(),
    estateId: z.string().optional(),
    categoryCode: z.string().optional(),
    places: z
      .array(z.string())
      .meta({ description: 'Other places of the community where codes hang, to choose instead; twenty at most' }),
    topics: z
      .array(z.object({ id: z.uuid(), title: z.string(), endorsements: z.int() }))
      .meta({ description: 'Public topics of the community, most endorsed first' }),
    serverNow,
  })
  .meta({ id: 'QrForm', description: 'What the form opened by a code is filled with' });
export type QrForm = z.output<typeof QrForm>;
