import type { Department } from '@hsl/contracts/schemas/departments';
import { Link, Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { useMe } from '../sign-in/use-me.js';
import { usePages } from '../use-pages.js';
import { DepartmentRatings } from './department-ratings.js';
import { useRatings } from './use-ratings.js';
import '../board/board.css';
import '../rooms.css';

/** Who belongs to a unit comes to its page; everybody else chooses one. */
export function DepartmentsPage() {
  const own = useMe()?.posts.find(({ departmentId }) => departmentId !== undefined)?.departmentId;
  if (own !== undefined) return <Navigate to="/departments/$code" params={{ code: own }} replace />;
  return <Choice />;
}

function Choice() {
  const { t } = useTranslation();
  const { query, items } = usePages<Department>('/api/departments', { active: 'true' });
  const { readsRatings, ratings } = useRatings();
  return (
    <article className="board room">
      <h1>{t('department.all')}</h1>
      <section>
        <LoadState query={query}>
          <ul className="plain">
            {items.map(({ id, name, kind }) => (
              <li key={id}>
                <Link to="/departments/$code" params={{ code: id }}>
                  {name}
                </Link>
                <span className="quiet">{t(`departmentKind.${kind}`)}</span>
                {readsRatings && (
                  <DepartmentRatings ratings={ratings.find(({ departmentId }) => departmentId === id)} />
                )}
              </li>
            ))}
          </ul>
          <LoadMore query={query} />
        </LoadState>
      </section>
    </article>
  );
}
