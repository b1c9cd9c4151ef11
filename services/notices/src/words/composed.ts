import type { NoticeChannel } from '@hsl/contracts/notice-channels';
import type { Brand } from '@hsl/platform/brand';
import type { Locale } from '@hsl/platform/locale';
import type { NoticeParamsRow } from '../rules/notice-subject.js';
import { CODE_WORDS } from './message-words.js';
import { mailText, type Letter } from './mail-text.js';
import { smsText } from './sms-text.js';

interface Words {
  subject: string;
  text: string;
}

/** Ids of the communities and departments that the notices speak of. */
export const placesOf = (notices: Letter['notices']): string[] =>
  notices.flatMap(({ params }) => {
    const { communityId, departmentId } = params as NoticeParamsRow;
    return [communityId, departmentId].filter((id) => id !== undefined);
  });

/** One notice or several in the words of a channel. */
export function composeNotices(channel: NoticeChannel, told: Letter, brand: Brand, portalUrl: string): Words {
  return channel === 'email'
    ? mailText(told, brand, portalUrl)
    : { subject: '', text: smsText(told, brand, portalUrl) };
}

/** The code that shows that an address is its owner's. */
export function composeCode(channel: NoticeChannel, code: string, locale: Locale, brand: Brand): Words {
  const text = CODE_WORDS[locale].replace('{code}', code);
  const name = locale === 'en' ? brand.en : brand.zh;
  return channel === 'email' ? { subject: `${name} ${code}`, text } : { subject: '', text: `【${name}】${text}` };
}
