import type { DutyRoster } from '@hsl/contracts/schemas/duty-roster';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useDay } from '../../time/day-text.js';
import { useAccountName } from '../names/use-names.js';
import { ask } from '../sign-in/session.js';
import { useMe } from '../sign-in/use-me.js';
import type { Week } from './week.js';
import '../work/work.css';

const READERS = ['liaisonOfficer', 'deputyLeader', 'groupLeader'];

/** Who is rung outside working hours, for those who may read the roster. */
export function RosterOfWeek({ week }: { week: Week }) {
  const mayRead = (useMe()?.posts ?? []).some(({ role }) => READERS.includes(role));
  return mayRead ? <Roster week={week} /> : null;
}

function Roster({ week }: { week: Week }) {
  const { t } = useTranslation();
  const dayText = useDay();
  const accountName = useAccountName();
  // On duty are liaison officers only, who may not read each other's accounts.
  const nameOf = (id: string): string => (accountName(id) === id ? t('role.liaisonOfficer') : accountName(id));
  const [from, to] = [week.days[0]!, week.days[6]!];
  const shifts = useQuery({
    queryKey: ['roster', from],
    queryFn: () => ask<z.output<typeof DutyRoster>>(`/api/duty-roster?from=${from}&to=${to}`),
  }).data?.shifts;
  if (!shifts) return null;
  return (
    <section>
      <h2>{t('calendar.roster')}</h2>
      {shifts.length === 0 && <p>{t('calendar.roster.none')}</p>}
      <ul className="owed" aria-label={t('calendar.roster')}>
        {shifts.map(({ day, userId, fromAt, ...shift }) => (
          <li key={`${fromAt} ${userId}`}>
            <span>
              <strong>{dayText(day)}</strong> {shift.from}–{shift.to}
            </span>
            <span>{nameOf(userId)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
