import type { NoticeKind } from '@hsl/contracts/notice-kinds';
import type { Locale } from '@hsl/platform/locale';
import type { Notice } from '../generated/prisma/client.js';
import type { NoticeParamsRow } from '../rules/notice-subject.js';
import { MAIL_WORDS } from './message-words.js';
import { noticeText } from './notice-text.js';

const SUBJECT_LENGTH = 80;

type Told = Pick<Notice, 'kind' | 'whistleNumber' | 'params'>;

/**
 * An e-mail of one notice or of several. Its words are those of the inbox: ids, codes and instants.
 * @param portalUrl where links lead
 */
export function mailText(
  { notices, locale }: { notices: readonly Told[]; locale: Locale },
  brand: { zh: string; en: string },
  portalUrl: string,
): { subject: string; text: string } {
  const sentences = notices.map((notice) => sentenceOf(notice, locale));
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

const sentenceOf = ({ kind, whistleNumber, params }: Told, locale: Locale): string =>
  noticeText(kind as NoticeKind, whistleNumber ?? undefined, params as NoticeParamsRow, locale);

const linkOf = ({ whistleNumber }: Told, portalUrl: string): string[] =>
  whistleNumber === null ? [] : [`${portalUrl}/whistles/${encodeURIComponent(whistleNumber)}`];
