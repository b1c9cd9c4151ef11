import { toIso } from '@hsl/contracts/instants';
import type { NoticeKind, NoticeUrgency } from '@hsl/contracts/notice-kinds';
import type { Notice as NoticeView } from '@hsl/contracts/schemas/notices';
import type { Locale } from '@hsl/platform/locale';
import type { Notice } from '../generated/prisma/client.js';
import type { NoticeParamsRow } from '../rules/notice-subject.js';
import { noticeText } from '../words/notice-text.js';

/** A row as its reader sees it: the words are made now, in the reader's language. */
export function noticeView(row: Notice, locale: Locale): NoticeView {
  const { dueAt, acknowledgeDueAt, effectiveFrom, ...codes } = row.params as NoticeParamsRow;
  const kind = row.kind as NoticeKind;
  return {
    id: String(row.id),
    kind,
    urgency: row.urgency as NoticeUrgency,
    ...(row.whistleId === null ? {} : { whistleId: row.whistleId }),
    ...(row.whistleNumber === null ? {} : { whistleNumber: row.whistleNumber }),
    params: {
      ...codes,
      ...(dueAt === undefined ? {} : { dueAt: toIso(dueAt) }),
      ...(effectiveFrom === undefined ? {} : { effectiveFrom: toIso(effectiveFrom) }),
      ...(acknowledgeDueAt === undefined ? {} : { acknowledgeDueAt: toIso(acknowledgeDueAt) }),
    },
    text: noticeText(kind, row.whistleNumber ?? undefined, row.params as NoticeParamsRow, locale),
    at: row.at.toISOString(),
    ...(row.readAt === null ? {} : { readAt: row.readAt.toISOString() }),
  };
}
