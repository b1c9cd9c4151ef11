import type { CreateUser, UserChanged } from '@hsl/contracts/schemas/users';
import { Alert, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminForm } from '../admin-form.js';
import { ShownOnce } from '../shown-once.js';
import { cleanPost } from './account-roles.js';
import { PostsField } from './posts-field.js';
import { useCreating } from './use-people.js';

/** Opens an account; a privileged role goes to a leader first. */
export function NewUser() {
  const { t } = useTranslation();
  const [form] = Form.useForm<CreateUser>();
  const [changed, setChanged] = useState<UserChanged>();
  const creating = useCreating((answer) => {
    form.resetFields();
    setChanged(answer);
  });
  const required = (field: string) => [{ required: true, message: t('sheet.required', { field: t(field) }) }];
  return (
    <>
      {changed?.password !== undefined && (
        <ShownOnce title={t('people.password')} text={changed.password} onSeen={() => setChanged(undefined)} />
      )}
      <AdminForm
        form={form}
        name="person"
        title={t('people.new')}
        verb={t('people.create')}
        sending={creating}
        before={changed?.proposal && <Alert role="status" type="info" showIcon title={t('people.waits')} />}
        onFinish={({ reason, posts, ...typed }) =>
          creating.send({ ...typed, posts: posts.map(cleanPost), ...(reason && { reason }) })
        }
      >
        <Form.Item name="name" label={t('people.name')} rules={required('people.name')}>
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="userName"
          label={t('people.userName')}
          rules={[{ required: true, pattern: /^[a-z0-9][a-z0-9.-]{2,39}$/, message: t('people.userName.rule') }]}
        >
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <PostsField />
        <Form.Item name="reason" label={t('people.reason')}>
          <Input maxLength={500} />
        </Form.Item>
      </AdminForm>
    </>
  );
}
