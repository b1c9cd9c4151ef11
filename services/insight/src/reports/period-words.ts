import { dateOf, parseDay } from '@hsl/domain/calendar-day';

const plain = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

const endsMonth = (date: string): boolean => dateOf(parseDay(date) + 1).endsWith('-01');

/** 2021年2月; 2021年; 2021年2月3日至2021年3月5日. Days in Asia/Shanghai, the last one included. */
export function periodWords(from: string, to: string): string {
  const [year, month] = from.split('-').map(Number);
  if (from.slice(5) === '01-01' && to === `${from.slice(0, 4)}-12-31`) return `${year}年`;
  if (from.endsWith('-01') && endsMonth(to) && from.slice(0, 7) === to.slice(0, 7)) return `${year}年${month}月`;
  return from === to ? plain(from) : `${plain(from)}至${plain(to)}`;
}
