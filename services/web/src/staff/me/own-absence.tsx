import type { MemberAbsence, MemberAbsenceList, SetAbsence } from '@hsl/contracts/schemas/absences';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../http/failure-text.js';
import { useDay } from '../../time/day-text.js';
import { LoadState } from '../load-state.js';
import { ask } from '../sign-in/session.js';
import { useMe } from '../sign-in/use-me.js';
import { useSending } from '../use-sending.js';

const HEADS: readonly string[] = ['deputyHead', 'head'];

/** When I am away: members say so themselves, of a department the heads do, on its page; others have none. */
export function OwnAbsence() {
  const { t } = useTranslation();
  const posts = useMe()?.posts ?? [];
  const memberId = posts.find((post) => post.role === 'member')?.memberId;
  const post = posts.find(({ departmentId }) => departmentId !== undefined);
  if (memberId === undefined && post === undefined) return undefined;
  return (
    <section aria-labelledby="me-absence">
      <h2 id="me-absence">{t('me.absence')}</h2>
      {memberId !== undefined && <MemberAway memberId={memberId} />}
      {post?.departmentId !== undefined && (
        <p>
          {t(HEADS.includes(post.role) ? 'me.absence.head' : 'me.absence.handler')}{' '}
          <Link to="/departments/$code" params={{ code: post.departmentId }}>
            {t('me.absence.department')}
          </Link>
        </p>
      )}
    </section>
  );
}

function MemberAway({ memberId }: { memberId: string }) {
  const { t } = useTranslation();
  const day = useDay();
  const queries = useQueryClient();
  const path = `/api/members/${encodeURIComponent(memberId)}/absences`;
  const query = useQuery({ queryKey: [path], queryFn: () => ask<MemberAbsenceList>(path) });
  const [kept, setKept] = useState<MemberAbsence>();
  const setting = useSending<SetAbsence>({
    mutationFn: async (body) => setKept(await ask<MemberAbsence>(path, { method: 'POST', body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [path] }),
  });
  const items = query.data?.items ?? [];
  return (
    <>
      <p>{t('me.absence.help')}</p>
      <LoadState query={query}>
        {items.length === 0 ? (
          <p>{t('me.absence.none')}</p>
        ) : (
          <ul>
            {items.map(({ id, firstDay, lastDay }) => (
              <li key={id}>{t('me.absence.days', { firstDay: day(firstDay), lastDay: day(lastDay) })}</li>
            ))}
          </ul>
        )}
      </LoadState>
      {setting.error && <Alert role="alert" type="error" showIcon title={failureText(setting.error, t)} />}
      <p role="status">{kept && t('me.absence.kept', { passedOn: kept.passedOn ?? 0 })}</p>
      <DaysForm isPending={setting.isPending} onSet={setting.send} />
    </>
  );
}

function DaysForm({ isPending, onSet }: { isPending: boolean; onSet: (days: SetAbsence) => void }) {
  const { t } = useTranslation();
  const [days, setDays] = useState({ firstDay: '', lastDay: '' });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onSet(days);
  };
  return (
    <form onSubmit={send}>
      <fieldset>
        <legend>{t('me.absence.add')}</legend>
        {(['firstDay', 'lastDay'] as const).map((end) => (
          <label key={end}>
            {t(`me.absence.${end}`)}{' '}
            <input
              type="date"
              required
              value={days[end]}
              min={end === 'lastDay' ? days.firstDay : undefined}
              onChange={({ target }) => setDays({ ...days, [end]: target.value })}
            />
          </label>
        ))}
      </fieldset>
      <Button type="primary" htmlType="submit" loading={isPending}>
        {t('me.absence.set')}
      </Button>
    </form>
  );
}
