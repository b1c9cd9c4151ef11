import type { ChangeUser, User, UserChanged } from '@hsl/contracts/schemas/users';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadState } from '../../load-state.js';
import { AdminFrame } from '../admin-frame.js';
import { Failures } from '../failures.js';
import { ShownOnce } from '../shown-once.js';
import { cleanPost } from './account-roles.js';
import { MemberOffice } from './member-office.js';
import { PostsField } from './posts-field.js';
import { useChanging, useRenewing, useUser } from './use-people.js';

const route = getRouteApi('/admin/people/$id');

/** One account: its posts, whether it is in use, a new password. */
export function PersonPage() {
  const { t } = useTranslation();
  const query = useUser(route.useParams().id);
  return (
    <AdminFrame words="admin.people">
      <p>
        <Link to="/admin/people">{t('people.back')}</Link>
      </p>
      <LoadState query={query}>
        {query.data && <Person key={`${query.data.id} ${query.data.rightsVersion}`} user={query.data} />}
      </LoadState>
    </AdminFrame>
  );
}

function Person({ user }: { user: User }) {
  const { t } = useTranslation();
  const [changed, setChanged] = useState<UserChanged>();
  const changing = useChanging(user.id, setChanged);
  const { active, userName, name, isPrivileged } = user;
  return (
    <>
      <section>
        <h2>{t('people.of', { name, userName })}</h2>
        <p>
          <strong>{t(`people.active.${active}`)}</strong>
        </p>
        {isPrivileged && <p>{t('people.privileged')}</p>}
        {changed?.proposal && <Alert role="status" type="info" showIcon title={t('people.waits')} />}
        <Failures error={changing.error} />
        <PersonForm user={user} isPending={changing.isPending} onSend={changing.send} />
        <p>
          <Link to="/admin/audit" search={{ subjectId: user.id }}>
            {t('people.trail')}
          </Link>
        </p>
      </section>
      <MemberOffice user={user} />
      {!isPrivileged && <Password id={user.id} />}
    </>
  );
}

interface FormProps {
  user: User;
  isPending: boolean;
  onSend: (change: ChangeUser) => void;
}

function PersonForm({ user: { name, posts, active, rightsVersion }, isPending, onSend }: FormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Pick<User, 'name' | 'posts'> & { reason?: string }>();
  const send = (change: Pick<ChangeUser, 'name' | 'posts' | 'active'>): void => {
    const { reason } = form.getFieldsValue();
    onSend({ ...change, rightsVersion, ...(reason && { reason }) });
  };
  return (
    <Form
      form={form}
      name="person"
      layout="vertical"
      className="admin-form"
      initialValues={{ name, posts }}
      onFinish={(typed) => send({ name: typed.name, posts: typed.posts.map(cleanPost) })}
    >
      <Form.Item name="name" label={t('people.name')}>
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <PostsField />
      <Form.Item name="reason" label={t('people.reason')}>
        <Input maxLength={500} />
      </Form.Item>
      <div className="admin-row">
        <Button type="primary" size="large" htmlType="submit" loading={isPending}>
          {t('people.save')}
        </Button>
        <Button size="large" loading={isPending} onClick={() => send({ active: !active })}>
          {t(active ? 'people.leave' : 'people.return')}
        </Button>
      </div>
    </Form>
  );
}

function Password({ id }: { id: string }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState<string>();
  const renewing = useRenewing(id, (answer) => setPassword(answer.password));
  if (password !== undefined) {
    return <ShownOnce title={t('people.password')} text={password} onSeen={() => setPassword(undefined)} />;
  }
  return (
    <section>
      <h2>{t('people.newPassword')}</h2>
      <p>{t('people.newPassword.effect')}</p>
      <Failures error={renewing.error} />
      <Button loading={renewing.isPending} onClick={() => renewing.send(undefined)}>
        {t('people.newPassword.do')}
      </Button>
    </section>
  );
}
