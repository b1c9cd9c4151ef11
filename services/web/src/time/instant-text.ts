/** Everything is shown in the time of the place, wherever the reader's clock stands. */
const TIME_ZONE = 'Asia/Shanghai';

const parts = (at: number, options: Intl.DateTimeFormatOptions): Record<string, string> =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, hourCycle: 'h23', ...options })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );

/**
 * "10月12日 15:00", with the year when it is not the one of `now`. Instants in milliseconds, UTC.
 * @param language of the reader
 */
export function instantText(at: number, now: number, language: string): string {
  const then = parts(at, { year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });
  const isOtherYear = then.year !== parts(now, { year: 'numeric' }).year;
  const clock = `${then.hour}:${then.minute}`;
  if (language !== 'en')
    return `${isOtherYear ? `${then.year}年` : ''}${Number(then.month)}月${Number(then.day)}日 ${clock}`;
  const month = parts(at, { month: 'short' }).month;
  return `${Number(then.day)} ${month}${isOtherYear ? ` ${then.year}` : ''} ${clock}`;
}
