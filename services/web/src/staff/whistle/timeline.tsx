import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { LoadState } from '../load-state.js';
import { useNamedText } from '../names/use-names.js';
import { lineId } from './timeline-line.js';
import { mayRead, useTimeline, type Timeline, type Whistle } from './whistle-queries.js';

/** Somebody decided it, or the matter went on by it; the rest is what units and the clock did beside. */
const isDecision = ({ toState, actor }: Timeline['items'][number]): boolean =>
  toState !== undefined || (actor?.role !== undefined && actor.role !== 'system');

/** What happened, newest first, in the words of the service. */
export function TimelineList({ whistle }: { whistle: Whistle }) {
  const { t, i18n } = useTranslation();
  const query = useTimeline(whistle);
  const withNames = useNamedText();
  const [isBrief, setBrief] = useState(false);
  if (!mayRead(whistle, 'whistle.readTimeline')) return null;
  const all = query.data?.items ?? [];
  const shown = isBrief ? all.filter(isDecision) : all;
  return (
    <section>
      <h2>{t('whistle.timeline')}</h2>
      <div className="timeline-bar">
        <Button aria-pressed={!isBrief} onClick={() => setBrief(false)}>
          {t('whistle.timeline.all', { n: all.length })}
        </Button>
        <Button aria-pressed={isBrief} onClick={() => setBrief(true)}>
          {t('whistle.timeline.decisions')}
        </Button>
      </div>
      <LoadState query={query}>
        <ol className="timeline">
          {shown.toReversed().map(({ id, at, text, actor }) => (
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
