/** Languages the product answers in; zh-CN unless English is asked for first. */
export type Locale = 'zh-CN' | 'en';

interface WithHeaders {
  headers: Record<string, string | string[] | undefined>;
}

/** Reads Accept-Language with its q values; anything else than English is answered in zh-CN. */
export function localeOf(request: WithHeaders): Locale {
  const header = request.headers['accept-language'];
  const text = Array.isArray(header) ? header.join(',') : (header ?? '');
  let best: { locale: Locale; weight: number } | undefined;
  // A header of thousands of ranges is nobody's language.
  for (const range of text.slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const locale = tag.startsWith('en') ? 'en' : tag.startsWith('zh') ? 'zh-CN' : undefined;
    const weight = weightOf(parameters);
    if (locale && weight > 0 && (!best || weight > best.weight)) best = { locale, weight };
  }
  return best?.locale ?? 'zh-CN';
}

function weightOf(parameters: string[]): number {
  const quality = parameters.map((part) => part.trim()).find((part) => part.startsWith('q='));
  if (!quality) return 1;
  const weight = Number(quality.slice(2));
  return Number.isFinite(weight) ? weight : 0;
}
