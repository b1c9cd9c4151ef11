import type { Category, CategoryTree, ChangeCategory } from '@hsl/contracts/schemas/topics';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { LoadState } from '../../load-state.js';
import { ask } from '../../sign-in/session.js';
import { useHasRole } from '../../sign-in/use-me.js';
import { TableBox } from '../../table-box.js';
import { useSending } from '../../use-sending.js';
import { Failures } from '../failures.js';

const COLUMNS = ['code', 'name', 'grade', 'active'] as const;
/** No category is an emergency by itself. */
const DEFAULT_GRADES = ['G3', 'G4'] as const;

type Sent = ChangeCategory & Pick<Category, 'code' | 'version'>;

/** What matters are filed under; administrators change it. */
export function CategoryTable() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const isAdmin = useHasRole('admin');
  const query = useQuery({ queryKey: ['admin', 'categories'], queryFn: () => ask<CategoryTree>('/api/categories') });
  const changing = useSending<Sent>({
    mutationFn: ({ code, version, ...body }) =>
      ask(`/api/categories/${encodeURIComponent(code)}`, {
        method: 'PATCH',
        body,
        headers: { 'if-match': `"${version}"` },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['admin', 'categories'] }),
    onError: () => void queries.invalidateQueries({ queryKey: ['admin', 'categories'] }),
  });
  return (
    <section>
      <h2>{t('categories.list')}</h2>
      <p>{t('categories.effect')}</p>
      <Failures error={changing.error} />
      <LoadState query={query}>
        <TableBox label={t('categories.list')} columns={COLUMNS.map((column) => t(`categories.item.${column}`))}>
          {query.data?.items.map((category) => (
            <CategoryRow
              key={category.code}
              category={category}
              onChange={
                isAdmin
                  ? (change) => changing.send({ ...change, code: category.code, version: category.version })
                  : undefined
              }
            />
          ))}
        </TableBox>
      </LoadState>
    </section>
  );
}

interface RowProps {
  category: Category;
  /** Left out: for reading only. */
  onChange: ((change: ChangeCategory) => void) | undefined;
}

function CategoryRow({ category, onChange }: RowProps) {
  const { t, i18n } = useTranslation();
  const { code, active, defaultGrade } = category;
  const name = i18n.language === 'en' ? category.nameEn : category.name;
  return (
    <tr>
      <th scope="row">{code}</th>
      <td className="wide">{name}</td>
      <td>
        {onChange ? (
          <Select
            aria-label={t('categories.gradeOf', { name })}
            showSearch={{ optionFilterProp: 'label' }}
            style={{ minWidth: 140 }}
            value={defaultGrade}
            options={DEFAULT_GRADES.map((value) => ({ value, label: t(`grade.${value}`) }))}
            onChange={(grade) => onChange({ defaultGrade: grade as (typeof DEFAULT_GRADES)[number] })}
          />
        ) : (
          t(`grade.${defaultGrade}`)
        )}
      </td>
      <td>
        {t(active ? 'categories.inUse' : 'categories.ended')}{' '}
        {onChange && (
          <Button
            aria-label={t(active ? 'categories.end.of' : 'categories.use.of', { name })}
            onClick={() => onChange({ active: !active })}
          >
            {t(active ? 'categories.end' : 'categories.use')}
          </Button>
        )}
      </td>
    </tr>
  );
}
