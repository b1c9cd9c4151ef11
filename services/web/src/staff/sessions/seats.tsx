import type { Sitting, SittingParticipant } from '@hsl/contracts/schemas/sittings';
import { SEATS, type Seat } from '@hsl/contracts/sessions';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../names/use-names.js';

/** Six fixed seats and those concerned: who takes each, and which are empty (S24). */
export function Seats({ sitting }: { sitting: Sitting }) {
  const { t } = useTranslation();
  const { participants, seats } = sitting;
  const { missingSeats, stakeholders } = seats;
  const empty = missingSeats.map((seat) => t(`seat.${seat}`)).join('、');
  return (
    <section>
      <h2>{t('session.seats')}</h2>
      <p>
        {missingSeats.length === 0
          ? t('session.seats.full')
          : t('session.seats.empty', { count: missingSeats.length, seats: empty })}
        {stakeholders === 0 && ` ${t('session.seats.noStakeholder')}`}
      </p>
      <ul className="seats" aria-label={t('session.seats')}>
        {SEATS.map((seat) => (
          <Place key={seat} seat={seat} people={participants.filter((one) => one.seat === seat)} />
        ))}
      </ul>
    </section>
  );
}

function Place({ seat, people }: { seat: Seat; people: readonly SittingParticipant[] }) {
  const { t } = useTranslation();
  return (
    <li data-empty={people.length === 0}>
      <strong>{t(`seat.${seat}`)}</strong>
      <Taken people={people} />
    </li>
  );
}

function Taken({ people }: { people: readonly SittingParticipant[] }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const named = ({ memberId, departmentId, userId, residentName }: SittingParticipant): string => {
    if (memberId !== undefined) return nameOf('member', memberId);
    if (departmentId !== undefined) return nameOf('department', departmentId);
    return residentName ?? t(userId === undefined ? 'session.seat.resident' : 'session.seat.account');
  };
  if (people.length === 0) return <span>{t('session.seat.empty')}</span>;
  return people.map((one) => (
    <span key={one.id}>
      {named(one)} · {t(`presence.${one.signedInAt === undefined ? one.state : 'here'}`)}
    </span>
  ));
}
