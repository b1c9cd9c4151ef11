import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { LoadState } from '../load-state.js';
import { useNameOf } from '../names/use-names.js';
import { lineId } from './timeline-line.js';
import { useTimeline } from './whistle-queries.js';

/** Departments and members as the history writes them: a directory knows their names. */
const ID = /\b[A-Z]{2}-[A-Z0-9]+\b/g;

/** What happened, newest first, in the words of the service. */
export function TimelineList({ number, version }: { number: string; version: number }) {
  const { t, i18n } = useTranslation();
  const query = useTimeline(number, version);
  const nameOf = useNameOf();
  const withNames = (text: string): string =>
    text.replace(ID, (id) => nameOf(id.includes('-M') ? 'member' : 'department', id));
  return (
    <section>
      <h2>{t('whistle.timeline')}</h2>
      <LoadState query={query}>
        <ol className="timeline">
          {query.data?.items.toReversed().map(({ id, at, text, actor }) => (
            <li key={id} id={lineId(id)}>
              <time dateTime={at}>{instantText(Date.parse(at), Date.now(), i18n.language)}</time>
              <span>
                {withNames(text)}
                {actor?.role !== undefined && actor.role !== 'system' && <small> · {t(`role.${actor.role}`)}</small>}
              </span>
            </li>
          ))}
        </ol>
      </LoadState>
    </section>
  );
}
