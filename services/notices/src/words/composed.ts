import type { NoticeChannel } from '@hsl/contracts/notice-channels';
import type { Brand } from '@hsl/platform/brand';
import type { Locale } from '@hsl/platform/locale';
import type { Notice } from '../generated/prisma/client.js';
import { CODE_WORDS } from './message-words.js';
import { mailText } from './mail-text.js';
import { smsText } from './sms-text.js';

interface Words {
  subject: string;
  text: string;
}

/** One notice or several in the words of a channel. */
export function composeNotices(
  channel: NoticeChannel,
  told: { notices: readonly Pick<Notice, 'kind' | 'whistleNumber' | 'params'>[]; locale: Locale },
  brand: Brand,
  portalUrl: string,
): Words {
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
