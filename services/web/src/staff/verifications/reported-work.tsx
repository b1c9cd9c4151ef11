import type { DepartmentTask, DepartmentTaskDetails } from '@hsl/contracts/schemas/department-tasks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { instantText } from '../../time/instant-text.js';
import { LoadState } from '../load-state.js';
import { ask } from '../sign-in/session.js';
import { useWhistle } from '../whistle/whistle-queries.js';

type Task = z.output<typeof DepartmentTask>;
type Details = z.output<typeof DepartmentTaskDetails>;

/** More units than one matter has. */
const MOST_UNITS = 25;

async function reportsOn(whistleId: string): Promise<Details[]> {
  const { items } = await ask<{ items: Task[] }>(`/api/department-tasks?whistleId=${whistleId}&limit=${MOST_UNITS}`);
  return Promise.all(items.map(({ id }) => ask<Details>(`/api/department-tasks/${id}`)));
}

/** What each unit said it has done, the latest word only: that is what is to be verified. */
export function ReportedWork({ number }: { number: string }) {
  const { t } = useTranslation();
  const whistle = useWhistle(number).data;
  const query = useQuery({
    queryKey: ['reported', whistle?.id, whistle?.version],
    queryFn: () => reportsOn(whistle!.id),
    enabled: whistle !== undefined,
    placeholderData: (before) => before,
  });
  const reported = (query.data ?? []).filter(({ feedback }) => feedback.length > 0);
  return (
    <article className="whistle">
      <section>
        <h2>{t('verifications.feedback')}</h2>
        <LoadState query={query}>
          {reported.length === 0 ? <p>{t('verifications.none')}</p> : <Reports reported={reported} />}
        </LoadState>
      </section>
    </article>
  );
}

function Reports({ reported }: { reported: readonly Details[] }) {
  const { i18n } = useTranslation();
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), i18n.language);
  return (
    <ul className="timeline">
      {reported.map(({ id, department, feedback: [latest] }) => (
        <li key={id}>
          <time dateTime={latest!.submittedAt}>{at(latest!.submittedAt)}</time>
          <span>
            <strong>{department.name}</strong> {[latest!.summary, latest!.measures].filter(Boolean).join(' · ')}
            {latest!.evidence.map(({ note }) => (
              <small key={note}> {note}</small>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
