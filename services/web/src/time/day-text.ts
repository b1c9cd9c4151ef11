import { useTranslation } from 'react-i18next';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

interface Shape {
  /** Left out where everything around it is of the same year, as in the columns of a week. */
  isYearShown?: boolean;
}

/** "2026年11月1日", "1 Nov 2026": a day of the calendar as people write it; what is no day stays as it is. */
export function dayText(day: string, language: string, { isYearShown = true }: Shape = {}): string {
  const [, year, month, date] = DAY.exec(day) ?? [];
  if (year === undefined) return day;
  if (language !== 'en') return `${isYearShown ? `${year}年` : ''}${Number(month)}月${Number(date)}日`;
  const name = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(Date.parse(day));
  return `${Number(date)} ${name}${isYearShown ? ` ${year}` : ''}`;
}

/** Says a day in the reader's language. */
export function useDay(): (day: string, shape?: Shape) => string {
  const { i18n } = useTranslation();
  return (day, shape) => dayText(day, i18n.language, shape);
}
