import type { MemberPoints, MemberProfile, PointEntry } from '@hsl/contracts/schemas/points';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { LoadState } from '../load-state.js';
import { ask } from '../sign-in/session.js';
import { useMe } from '../sign-in/use-me.js';
import { TableBox } from '../table-box.js';
import { DutyRadar } from './duty-radar.js';
import '../board/board.css';
import './duty.css';

const SHOWN = 100;
const COLUMNS = ['name', 'points', 'share', 'records'] as const;

/** How do I stand in each duty? */
export function DutyPage() {
  const { t } = useTranslation();
  const memberId = useMe()?.posts.find((post) => post.memberId !== undefined)?.memberId ?? '';
  const of = <Answer,>(what: string) => ({
    queryKey: ['duty', memberId, what],
    queryFn: () => ask<Answer>(`/api/members/${encodeURIComponent(memberId)}/${what}`),
    enabled: memberId !== '',
  });
  const points = useQuery(of<MemberPoints>('points'));
  const profile = useQuery(of<MemberProfile>('profile'));
  const entries = useQuery(of<{ items: PointEntry[] }>(`point-entries?limit=${SHOWN}`));
  return (
    <article className="board">
      <h1>{t('duty.title')}</h1>
      <LoadState query={points}>{points.data && <Score points={points.data} />}</LoadState>
      <LoadState query={profile}>{profile.data && <Profile profile={profile.data} />}</LoadState>
      <LoadState query={entries}>{entries.data && <Entries entries={entries.data.items} />}</LoadState>
    </article>
  );
}

function Score({ points }: { points: MemberPoints }) {
  const { t } = useTranslation();
  const { total, level, base, bonus, fulfilled } = points;
  return (
    <section>
      <p className="figure-value">
        <strong>{t('duty.total', { total, level: t(`duty.level.${level}`) })}</strong>
      </p>
      <p>{t('duty.parts', { base, bonus })}</p>
      <h2>{t('duty.three')}</h2>
      <ul>
        {(['session', 'paper', 'visit'] as const).map((one) => (
          <li key={one}>
            {t(`duty.three.${one}`)} · {t(fulfilled[one] ? 'duty.done' : 'duty.notDone')}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Profile({ profile }: { profile: MemberProfile }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('duty.profile')}</h2>
      <div className="profile">
        <DutyRadar duties={profile.duties} />
        <TableBox label={t('duty.profile')} columns={COLUMNS.map((column) => t(`duty.${column}`))}>
          {profile.duties.map(({ duty, points, share, records }) => (
            <tr key={duty}>
              <th scope="row">{t(`duty.${duty}`)}</th>
              <td>{points}</td>
              <td>{(share * 100).toFixed(1)} %</td>
              <td>{records}</td>
            </tr>
          ))}
        </TableBox>
      </div>
    </section>
  );
}

function Entries({ entries }: { entries: readonly PointEntry[] }) {
  const { t, i18n } = useTranslation();
  return (
    <section>
      <h2>{t('duty.entries')}</h2>
      {entries.length === 0 && <p>{t('duty.entries.none')}</p>}
      <ul>
        {entries.map(({ id, title, points, earnedAt, revokedAt }) => (
          <li key={id}>
            {instantText(Date.parse(earnedAt), Date.now(), i18n.language)} · {title} · {points > 0 ? '+' : ''}
            {points}
            {revokedAt !== undefined && ` · ${t('duty.revoked')}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
