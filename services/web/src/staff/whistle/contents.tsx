import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import type { Whistle } from './whistle-queries.js';

/** Words of a step are short texts under names of the service; codes and lists are shown by the timeline. */
const textsOf = (body: Record<string, unknown>): string[] =>
  Object.values(body).filter((value): value is string => typeof value === 'string' && /[\u4e00-\u9fff ]/.test(value));

/** What people wrote with the steps they took. */
export function Contents({ contents }: Pick<Whistle, 'contents'>) {
  const { t, i18n } = useTranslation();
  const written = contents.map((one) => ({ ...one, texts: textsOf(one.body) })).filter(({ texts }) => texts.length > 0);
  if (written.length === 0) return null;
  return (
    <section>
      <h2>{t('whistle.written')}</h2>
      <ul className="timeline">
        {written.map(({ id, createdAt, texts }) => (
          <li key={id}>
            <time dateTime={createdAt}>{instantText(Date.parse(createdAt), Date.now(), i18n.language)}</time>
            <span>{texts.join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
