import type { Opinion } from '@hsl/contracts/schemas/sitting-voices';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { OneTap } from '../actions/one-tap.js';
import { useOpinions } from './use-session.js';

interface Props {
  id: string;
  /** A resident's words are looked at before others read them. */
  mayModerate: boolean;
}

/** What was said, with its time; who said it is told by seat only. */
export function Opinions({ id, mayModerate }: Props) {
  const { t, i18n } = useTranslation();
  const said = useOpinions(id).data?.items ?? [];
  return (
    <section>
      <h2>{t('session.opinions')}</h2>
      {said.length === 0 && <p>{t('session.opinions.none')}</p>}
      <ul className="timeline">
        {said.map(({ id: opinionId, at, ...one }) => (
          <li key={opinionId}>
            <time dateTime={at}>{instantText(Date.parse(at), Date.now(), i18n.language)}</time>
            <Words opinion={one} />
            {one.state === 'PENDING' && mayModerate && (
              <OneTap
                label={t('session.moderate')}
                address={`/api/deliberations/${id}/opinions/${opinionId}/moderation`}
                taps={[
                  { words: t('session.letThrough'), body: { publish: true } },
                  { words: t('session.keepBack'), body: { publish: false } },
                ]}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Words({ opinion }: { opinion: Pick<Opinion, 'seat' | 'isDissent' | 'text' | 'state'> }) {
  const { t } = useTranslation();
  const { seat, isDissent, text, state } = opinion;
  return (
    <span>
      <strong>{t(`seat.${seat}`)}</strong>
      {isDissent && ` · ${t('session.dissent')}`}
      {state === 'PENDING' && ` · ${t('session.pending')}`}
      {state === 'REJECTED' && ` · ${t('session.rejected')}`} {text}
    </span>
  );
}
