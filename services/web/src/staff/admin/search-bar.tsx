import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Filters } from './use-listed.js';

/** One way to cut a list down: typed, a day, or chosen. */
export interface Search {
  name: string;
  label: string;
  kind: 'text' | 'day' | 'choice';
  options?: readonly { value: string; label: string }[];
}

interface Props {
  searches: readonly Search[];
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** What a list is cut down to; it stands in the address, so that a reload and the way back restore it. */
export function SearchBar({ searches, filters, onChange }: Props) {
  const { t } = useTranslation();
  const isCut = Object.values(filters).some((value) => value !== undefined);
  return (
    <Form
      key={JSON.stringify(filters)}
      name="search"
      layout="inline"
      className="admin-search"
      initialValues={filters}
      onFinish={(typed: Filters) =>
        onChange(Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined && value !== '')))
      }
    >
      {searches.map((search) => (
        <Form.Item key={search.name} name={search.name} label={search.label}>
          {inputOf(search)}
        </Form.Item>
      ))}
      <Button htmlType="submit">{t('admin.search')}</Button>
      {isCut && (
        <Button type="link" onClick={() => onChange({})}>
          {t('action.clearFilters')}
        </Button>
      )}
    </Form>
  );
}

function inputOf({ kind, options = [] }: Search) {
  if (kind === 'choice') {
    return (
      <Select allowClear showSearch={{ optionFilterProp: 'label' }} style={{ minWidth: 160 }} options={[...options]} />
    );
  }
  return <Input type={kind === 'day' ? 'date' : 'text'} maxLength={60} />;
}
