import type { MonthlyTheme, MonthlyThemes, ThemeCandidates } from '@hsl/contracts/schemas/duplicates';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { rulingForm } from '../actions/ruling-form.js';
import { SheetButton } from '../actions/sheet-button.js';
import { LoadState } from '../load-state.js';
import { useCategoryName } from '../names/use-names.js';
import { monthOf, monthText } from '../reports/months.js';
import { ask } from '../sign-in/session.js';
import { useHasRole } from '../sign-in/use-me.js';
import { proposeForm } from './theme-forms.js';
import '../whistle/whistle.css';
import '../work/work.css';

const ADDRESS = '/api/monthly-themes';

/** What keeps coming back, and what is taken up for a month? */
export function ThemesPage() {
  const { t } = useTranslation();
  const isLiaison = useHasRole('liaisonOfficer');
  const query = useQuery({ queryKey: ['themes'], queryFn: () => ask<MonthlyThemes>(ADDRESS) });
  return (
    <article className="whistle">
      <header>
        <h1>{t('themes.title')}</h1>
      </header>
      {isLiaison && <Candidates month={monthOf(Date.now())} />}
      <section aria-labelledby="themes">
        <h2 id="themes">{t('themes.list')}</h2>
        <LoadState query={query}>
          {query.data?.items.length === 0 && <p>{t('themes.none')}</p>}
          <ul className="owed">
            {query.data?.items.map((theme) => (
              <ThemeLine key={theme.id} theme={theme} />
            ))}
          </ul>
        </LoadState>
      </section>
    </article>
  );
}

/** Categories with three repeats or more in the month, and any other that is worth it. */
function Candidates({ month }: { month: string }) {
  const { t, i18n } = useTranslation();
  const categoryName = useCategoryName();
  const query = useQuery({
    queryKey: ['themes', 'candidates', month],
    queryFn: () => ask<ThemeCandidates>(`${ADDRESS}/candidates?month=${month}`),
  });
  const items = query.data?.items ?? [];
  return (
    <section aria-labelledby="candidates">
      <h2 id="candidates">{t('themes.candidates', { month: monthText(month, i18n.language) })}</h2>
      <LoadState query={query}>
        {items.length === 0 && <p>{t('themes.candidates.none')}</p>}
        <ul className="owed">
          {items.map(({ categoryCode, repeats, communityIds, whistles, themeId }) => (
            <li key={categoryCode}>
              <strong>{categoryName(categoryCode)}</strong>
              <span>{t('themes.repeats', { n: repeats })}</span>
              <span>{t('themes.communities', { n: communityIds.length })}</span>
              {whistles.map(({ id, number }) => (
                <Link key={id} to="/whistles/$number" params={{ number }}>
                  {number}
                </Link>
              ))}
              {themeId === undefined && (
                <SheetButton
                  name="monthlyTheme.propose"
                  form={proposeForm(month, categoryCode)}
                  on={categoryCode}
                  subject={{ address: ADDRESS, title: categoryName(categoryCode) ?? categoryCode }}
                />
              )}
            </li>
          ))}
        </ul>
      </LoadState>
      <SheetButton
        name="monthlyTheme.propose"
        form={proposeForm(month)}
        subject={{ address: ADDRESS, title: monthText(month, i18n.language) }}
      />
    </section>
  );
}

function ThemeLine({ theme }: { theme: MonthlyTheme }) {
  const { t, i18n } = useTranslation();
  const categoryName = useCategoryName();
  const mayRule = useHasRole('deputyLeader', 'groupLeader');
  const { id, month, categoryCode, reason, repeats, state, rulingReason } = theme;
  return (
    <li>
      <strong>{monthText(month, i18n.language)}</strong> {categoryName(categoryCode)}
      <span>{t(`themeState.${state}`)}</span>
      <span>{t('themes.repeats', { n: repeats })}</span>
      <span>{[reason, rulingReason].filter(Boolean).join(' · ')}</span>
      {mayRule && state === 'PROPOSED' && (
        <SheetButton
          name="monthlyTheme.approve"
          form={rulingForm('approval')}
          on={id}
          subject={{ address: `${ADDRESS}/${id}`, title: categoryName(categoryCode) ?? categoryCode }}
        />
      )}
    </li>
  );
}
