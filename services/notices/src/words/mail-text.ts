import type { NoticeKind } from '@hsl/contracts/notice-kinds';
import type { Locale } from '@hsl/platform/locale';
import type { Notice } from '../generated/prisma/client.js';
import type { NoticeParamsRow } from '../rules/notice-subject.js';
import { MAIL_WORDS } from './message-words.js';
import { noticeText } from './notice-text.js';

const SUBJECT_LENGTH = 80;

type Told = Pick<Notice, 'kind' | 'whistleNumber' | 'params'>;

export interface Letter {
  notices: readonly Told[];
  locale: Locale;
  /** Of communities and departments by id; one that nobody told of keeps its id. */
  names: ReadonlyMap<string, string>;
}

/**
 * An e-mail of one notice or of several. Its words are those of the inbox, with the names of places and units, which the
 * portal would put there; who a member is, is said in the portal only.
 * @param portalUrl where links lead
 */
export function mailText(
  { notices, locale, names }: Letter,
  brand: { zh: string; en: string },
  portalUrl: string,
): { subject: string; text: string } {
  const sentences = notices.map((notice) => sentenceOf(notice, locale, names));
  const [first = ''] = sentences;
  const subject =
    sentences.length === 1
      ? first.slice(0, SUBJECT_LENGTH)
      : MAIL_WORDS.digestSubject[locale].replace('{count}', String(sentences.length));
  const blocks = notices.map((notice, index) => {
    const number = sentences.length === 1 ? '' : `${index + 1}. `;
    return [`${number}${sentences[index]}`, ...linkOf(notice, portalUrl)].join('\n');
  });
  const foot = [
    MAIL_WORDS.all[locale].replace('{link}', `${portalUrl}/inbox`),
    MAIL_WORDS.settings[locale].replace('{link}', `${portalUrl}/me`),
  ];
  return { subject, text: [...blocks, [...foot, brand[locale === 'en' ? 'en' : 'zh']].join('\n')].join('\n\n') };
}

function sentenceOf({ kind, whistleNumber, params }: Told, locale: Locale, names: Letter['names']): string {
  const { communityId, departmentId, memberId, ...others } = params as NoticeParamsRow;
  const named = {
    ...others,
    ...(communityId !== undefined && { communityId: names.get(communityId) ?? communityId }),
    ...(departmentId !== undefined && { departmentId: names.get(departmentId) ?? departmentId }),
    ...(memberId !== undefined && { memberId: MAIL_WORDS.member[locale] }),
  };
  return noticeText(kind as NoticeKind, whistleNumber ?? undefined, named, locale);
}

const linkOf = ({ whistleNumber }: Told, portalUrl: string): string[] =>
  whistleNumber === null ? [] : [`${portalUrl}/whistles/${encodeURIComponent(whistleNumber)}`];
