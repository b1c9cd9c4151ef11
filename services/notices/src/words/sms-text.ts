import type { NoticeKind } from '@hsl/contracts/notice-kinds';
import type { Locale } from '@hsl/platform/locale';
import type { Notice } from '../generated/prisma/client.js';
import type { NoticeParamsRow } from '../rules/notice-subject.js';
import { SMS_GENERAL, SMS_WORDS } from './message-words.js';
import { STEP_WORDS } from './step-words.js';

/** One text of a phone in Chinese; a longer one would be cut into two, and paid twice. */
export const SMS_LENGTH = 70;

type Told = Pick<Notice, 'kind' | 'whistleNumber' | 'params'>;

/**
 * A text of at most 70 characters with signature and link, and no facts of the matter. What does not fit says less, and
 * at last leaves the link out.
 */
export function smsText(
  { notices, locale }: { notices: readonly Told[]; locale: Locale },
  brand: { zh: string; en: string },
  portalUrl: string,
): string {
  const signature = `【${locale === 'en' ? brand.en : brand.zh}】`;
  const [general, ...precise] = sentencesOf(notices, locale).reverse() as [string, ...string[]];
  const withLink = [...precise.reverse(), general].map((sentence) => `${signature}${sentence} ${portalUrl}/inbox`);
  return withLink.find(({ length }) => length <= SMS_LENGTH) ?? `${signature}${general}`.slice(0, SMS_LENGTH);
}

/** From the most precise to the shortest. */
function sentencesOf(notices: readonly Told[], locale: Locale): string[] {
  const [first] = notices;
  if (!first || notices.length > 1) {
    return [SMS_GENERAL.several[locale].replace('{count}', String(notices.length))];
  }
  const general = SMS_GENERAL.one[locale];
  const number = first.whistleNumber;
  if (number === null) return [general];
  const { step } = first.params as NoticeParamsRow;
  const sentence = (SMS_WORDS[first.kind as NoticeKind] ?? SMS_GENERAL.oneOf)[locale];
  const filled = (text: string): string => text.replace('{number}', number);
  const needsStep = sentence.includes('{step}') && step === undefined;
  const precise = needsStep ? [] : [filled(sentence).replace('{step}', step ? STEP_WORDS[step][locale] : '')];
  return [...precise, filled(SMS_GENERAL.oneOf[locale]), general];
}
