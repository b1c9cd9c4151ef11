import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Role } from '@hsl/contracts/roles';
import { useCommunities } from '../../blow/use-places.js';
import { useDepartments, useMembers } from '../../names/use-names.js';
import { ACCOUNT_ROLES, placesOf, type Place } from './account-roles.js';

const MOST_POSTS = 5;
const label = { optionFilterProp: 'label' } as const;

/** The posts of an account; each role asks for the place it is held for. */
export function PostsField() {
  const { t } = useTranslation();
  return (
    <Form.List name="posts" initialValue={[{}]}>
      {(rows, { add, remove }) => (
        <fieldset className="admin-posts">
          <legend>{t('people.posts')}</legend>
          {rows.map(({ key, name }) => (
            <div key={key} className="admin-row">
              <PostFields row={name} />
              {rows.length > 1 && <Button onClick={() => remove(name)}>{t('people.removePost')}</Button>}
            </div>
          ))}
          {rows.length < MOST_POSTS && <Button onClick={() => add({})}>{t('people.addPost')}</Button>}
        </fieldset>
      )}
    </Form.List>
  );
}

function PostFields({ row }: { row: number }) {
  const { t } = useTranslation();
  const role = Form.useWatch(['posts', row, 'role']) as Role | undefined;
  const roles = ACCOUNT_ROLES.map((value) => ({ value, label: t(`role.${value}`) }));
  const required = (field: string) => [{ required: true, message: t('sheet.required', { field: t(field) }) }];
  return (
    <>
      <Form.Item name={[row, 'role']} label={t('people.postRole')} rules={required('people.postRole')}>
        <Select showSearch={label} options={roles} style={{ minWidth: 180 }} />
      </Form.Item>
      {placesOf(role).map(({ name, isOptional }) => (
        <Form.Item
          key={name}
          name={[row, name]}
          label={t(`people.${name}`)}
          rules={isOptional ? [] : required(`people.${name}`)}
        >
          <PlaceInput place={name} />
        </Form.Item>
      ))}
    </>
  );
}

function PlaceInput({ place, ...controlled }: { place: Place['name'] }) {
  const choices = (named: readonly { id: string; name: string }[]) =>
    named.map(({ id, name }) => ({ value: id, label: name }));
  const options = {
    communityIds: useCommunities(),
    departmentId: choices(useDepartments()),
    memberId: choices(useMembers()),
  };
  return (
    <Select
      {...controlled}
      showSearch={label}
      options={options[place]}
      mode={place === 'communityIds' ? 'multiple' : undefined}
      style={{ minWidth: 220 }}
    />
  );
}
