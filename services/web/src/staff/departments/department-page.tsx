import type { DepartmentDetails } from '@hsl/contracts/schemas/departments';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PeriodBar } from '../figures/period-bar.js';
import { periodOf } from '../figures/periods.js';
import { LoadState } from '../load-state.js';
import { OFFICE } from '../sign-in/role-groups.js';
import { useHasRole, useIsOfUnit } from '../sign-in/use-me.js';
import { DepartmentFigures } from './department-figures.js';
import { DepartmentPeople } from './department-people.js';
import { departmentQuery } from './department-query.js';
import { DepartmentRatings } from './department-ratings.js';
import { ThreeLists } from './three-lists.js';
import { useRatings } from './use-ratings.js';
import '../board/board.css';
import '../rooms.css';
import '../tasks/tasks.css';

const route = getRouteApi('/departments/$code');

/** How good is this unit, and who is here? */
export function DepartmentPage() {
  const { code } = route.useParams();
  const query = useQuery(departmentQuery(code));
  return <LoadState query={query}>{query.data && <View department={query.data} />}</LoadState>;
}

function View({ department }: { department: DepartmentDetails }) {
  const { t } = useTranslation();
  const { period = 'month' } = route.useSearch();
  const navigate = route.useNavigate();
  const { id, name, kind, handlers } = department;
  const isOwn = useIsOfUnit(id);
  const isHead = useHasRole('deputyHead', 'head') && isOwn;
  const readsFigures = useHasRole(...OFFICE) || isHead;
  return (
    <article className="board room">
      <header>
        <h1>{name}</h1>
        <span>{t(`departmentKind.${kind}`)}</span>
        <Link to="/whistles" search={{ department: id, open: 'true' }}>
          {t('department.open')}
        </Link>
      </header>
      <Load department={department} />
      {readsFigures && (
        <>
          <PeriodBar
            name={period}
            onChange={(chosen) => void navigate({ search: (before) => ({ ...before, period: chosen }) })}
          />
          <DepartmentFigures id={id} name={period} days={periodOf(period, Date.now())} />
        </>
      )}
      <Ratings id={id} />
      {readsFigures && <ThreeLists departmentId={id} />}
      {handlers && <DepartmentPeople department={{ ...department, handlers }} isHead={isHead} />}
    </article>
  );
}

function Ratings({ id }: { id: string }) {
  const { t } = useTranslation();
  const { readsRatings, ratings } = useRatings(id);
  if (!readsRatings) return null;
  return (
    <section>
      <h2>{t('department.ratings')}</h2>
      <DepartmentRatings ratings={ratings[0]} />
    </section>
  );
}

function Load({ department: { openTasks, overdueTasks, cards } }: { department: DepartmentDetails }) {
  const { t } = useTranslation();
  const figures = { openTasks, overdueTasks, yellow: cards.yellow, red: cards.red };
  return (
    <section>
      <h2>{t('department.load')}</h2>
      <dl className="facts-list">
        {Object.entries(figures).map(([what, n]) => (
          <div key={what}>
            <dt>{t(`department.${what}`)}</dt>
            <dd>{n}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
