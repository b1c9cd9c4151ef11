import type { NoticeKind } from '@hsl/contracts/notice-kinds';
import type { Locale } from '@hsl/platform/locale';
import { NOTICE_WORDS } from './notice-words.js';

/** What notices of a kind say, of no matter in particular: an ellipsis stands for what each of them names. */
export const kindText = (kind: NoticeKind, locale: Locale): string =>
  NOTICE_WORDS[kind][locale].replace(/\[[^\]]*\]/g, '').replace(/\{\w+\}/g, '…');
