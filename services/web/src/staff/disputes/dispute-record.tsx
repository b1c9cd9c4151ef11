import type { Dispute } from '@hsl/contracts/schemas/approvals';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';

/** What stands on record about a dispute, in the order in which it is judged. */
export function DisputeRecord({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation();
  const { returns, siteMeeting, statements, interim, rulings, appeal } = dispute;
  return (
    <>
      <Part title={t('dispute.tried')}>
        {returns.map(({ id, at, department, reasonCode, toDepartment, legalBasis, note }) => (
          <Line key={id} at={at} who={department.name}>
            {[t(`field.returnReason.${reasonCode}`), legalBasis, note].filter(Boolean).join(' · ')}{' '}
            <small>{t('dispute.to', { name: toDepartment.name })}</small>
          </Line>
        ))}
      </Part>
      <Part title={t('dispute.interim')} isHidden={interim.length === 0}>
        {interim.map(({ id, at, role, action }) => (
          <Line key={id} at={at} who={t(`role.${role}`)}>
            {action}
          </Line>
        ))}
      </Part>
      <Part title={t('dispute.siteMeeting')} empty={t('dispute.noMeeting')}>
        {siteMeeting && (
          <Line at={siteMeeting.at} who={t(`role.${siteMeeting.role}`)}>
            {siteMeeting.findings} <small>{t('dispute.attended', { names: siteMeeting.attended.join('、') })}</small>
          </Line>
        )}
      </Part>
      <Part title={t('dispute.statements')} isHidden={statements.length === 0}>
        {statements.map(({ id, statedAt, department, role, position, legalBasis }) => (
          <Line key={id} at={statedAt} who={department?.name ?? t(`role.${role}`)}>
            {[position, legalBasis].filter(Boolean).join(' · ')}
          </Line>
        ))}
      </Part>
      <Part title={t('dispute.rulings')} empty={t('dispute.noRuling')}>
        {rulings.map((one) => (
          <RulingLine key={one.id} ruling={one} />
        ))}
      </Part>
      <Part title={t('dispute.appeal')} isHidden={!appeal}>
        {appeal && (
          <Line at={appeal.at} who={t(`role.${appeal.role}`)}>
            {appeal.reason}
          </Line>
        )}
      </Part>
      <Precedent dispute={dispute} />
    </>
  );
}

function RulingLine({ ruling }: { ruling: Dispute['rulings'][number] }) {
  const { t } = useTranslation();
  const { at, role, kind, accepted, toDepartment, reason } = ruling;
  const what = kind === 'returnRuling' ? t(`ruling.returnRuling.${accepted}`) : t(`ruling.${kind}`);
  return (
    <Line at={at} who={t(`role.${role}`)}>
      {[what, reason].join(' · ')}
      {toDepartment && <small> {t('dispute.to', { name: toDepartment.name })}</small>}
    </Line>
  );
}

function Precedent({ dispute: { precedent } }: { dispute: Dispute }) {
  const { t } = useTranslation();
  if (!precedent) return null;
  const { categoryCode, lead, whistleId, isThis } = precedent;
  const origin = whistleId === undefined ? 'precedentNone' : isThis ? 'precedentThis' : 'precedentOther';
  return (
    <section>
      <h2>{t('dispute.precedent')}</h2>
      <p>{t('dispute.routed', { category: categoryCode, name: lead.name })}</p>
      <p>
        {t(`dispute.${origin}`)}{' '}
        {whistleId !== undefined && !isThis && (
          <Link to="/whistles/$number" params={{ number: whistleId }}>
            {t('task.whistle')}
          </Link>
        )}
      </p>
    </section>
  );
}

interface PartProps {
  title: string;
  children: ReactNode;
  isHidden?: boolean;
  /** Said where there is nothing yet. */
  empty?: string;
}

function Part({ title, children, isHidden = false, empty }: PartProps) {
  if (isHidden) return null;
  const isEmpty = children === undefined || (Array.isArray(children) && children.length === 0);
  return (
    <section>
      <h2>{title}</h2>
      {isEmpty ? <p>{empty}</p> : <ul className="timeline">{children}</ul>}
    </section>
  );
}

function Line({ at, who, children }: { at: string; who: string; children: ReactNode }) {
  const { i18n } = useTranslation();
  return (
    <li>
      <time dateTime={at}>{instantText(Date.parse(at), Date.now(), i18n.language)}</time>
      <span>
        <strong>{who}</strong> {children}
      </span>
    </li>
  );
}
