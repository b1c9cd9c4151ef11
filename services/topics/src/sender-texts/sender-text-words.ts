import type { Instant } from '@hsl/contracts/instants';
import type { SenderTextKind } from '@hsl/contracts/schemas/failed-sender-texts';
import type { SenderTextParams } from './sender-text.js';

/** What goes into the words besides the news itself. */
export interface TextFrame {
  /** What the platform is called. */
  brand: string;
  /** Where links lead, without a slash at the end. */
  origin: string;
  /** Absent for a contact that was sealed before codes were: then there is no link either. */
  trackingCode?: string;
}

/** Texts 17 to 19 of the portal: what a resident is told by phone, in Chinese, without a word of the matter itself. */
const WORDS: Readonly<Record<SenderTextKind, { news: string; link: string; path: string }>> = {
  dispatched: { news: '{which}已受理，{lead}牵头{until}。', link: '查进度 {link}', path: '' },
  moreTime: { news: '您的事要多等几天{until}。让您久等了。', link: '查进度 {link}', path: '' },
  done: {
    news: '您反映的事办完了，请看看是不是真好了。',
    link: '点 {link} 评价，不满意我们再办。',
    path: '/rating',
  },
};
const UNTIL: Readonly<Record<SenderTextKind, string>> = {
  dispatched: '，{at}前答复您',
  moreTime: '，新时间{at}前',
  done: '',
};

/** One text, ready to be sent. */
export function senderText(
  kind: SenderTextKind,
  { dueAt, leadName }: SenderTextParams,
  { brand, origin, trackingCode }: TextFrame,
): string {
  const { news, link, path } = WORDS[kind];
  const filled = news
    .replace('{which}', trackingCode === undefined ? '您反映的事' : `查询码${trackingCode}`)
    .replace('{lead}', leadName ?? '责任单位')
    .replace('{until}', dueAt === undefined ? '' : UNTIL[kind].replace('{at}', shanghaiHour(dueAt)));
  const way = trackingCode === undefined ? '' : link.replace('{link}', `${origin}/t/${trackingCode}${path}`);
  return `【${brand}】${filled}${way}`;
}

const HOUR = new Intl.DateTimeFormat('zh-CN', {
  ...{ timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric', hour: 'numeric', minute: '2-digit', hour12: false },
});

/** 10月13日18时, or 18时30分 where the deadline is not on the hour. */
function shanghaiHour(at: Instant): string {
  const part = Object.fromEntries(HOUR.formatToParts(at).map(({ type, value }) => [type, value]));
  const minutes = part['minute'] === '00' ? '' : `${part['minute']}分`;
  return `${part['month']}月${part['day']}日${Number(part['hour']) % 24}时${minutes}`;
}
