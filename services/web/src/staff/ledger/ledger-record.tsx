import type { LedgerEntry } from '@hsl/contracts/schemas/ledger';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';

interface Application {
  reason?: string;
  blockers?: { type: string; note: string }[];
  taskBrief?: { goal: string; measures: string };
}

/** What was applied for and why, then what people said and reported on the way. */
export function LedgerRecord({ contents }: Pick<LedgerEntry, 'contents'>) {
  const { t, i18n } = useTranslation();
  const { reason, blockers, taskBrief } = (contents.findLast(({ kind }) => kind === 'ledgerApplication')?.body ??
    {}) as Application;
  const later = contents.filter(({ kind }) => kind !== 'ledgerApplication');
  return (
    <>
      {(reason !== undefined || taskBrief || blockers) && (
        <section>
          <h2>{t('ledger.application')}</h2>
          {reason !== undefined && <p className="facts">{reason}</p>}
          <dl className="facts-list">
            {blockers?.map(({ type, note }) => (
              <div key={`${type} ${note}`}>
                <dt>{t(`field.blockerType.${type}`)}</dt>
                <dd>{note}</dd>
              </div>
            ))}
            {taskBrief && (
              <div>
                <dt>{t('ledger.brief')}</dt>
                <dd>{[taskBrief.goal, taskBrief.measures].join(' · ')}</dd>
              </div>
            )}
          </dl>
        </section>
      )}
      {later.length > 0 && (
        <section>
          <h2>{t('ledger.opinions')}</h2>
          <ul className="timeline">
            {later.map(({ id, kind, body, createdAt }) => (
              <li key={id}>
                <time dateTime={createdAt}>{instantText(Date.parse(createdAt), Date.now(), i18n.language)}</time>
                <span>
                  <strong>{t(`ledgerContent.${kind}`)}</strong> {saidIn(body, t)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Fields of these contents that are words for people, in the order they are read. */
const SPOKEN = ['opinion', 'result', 'findings', 'reason', 'reply'] as const;

function saidIn(body: Record<string, unknown>, t: (key: string) => string): string {
  const { approve, supports } = body;
  const verdict = approve ?? supports;
  const said = SPOKEN.flatMap((name) => (typeof body[name] === 'string' ? [body[name]] : []));
  return [...(typeof verdict === 'boolean' ? [t(`approve.${verdict}`)] : []), ...said].join(' · ');
}
