import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../http/failure-text.js';
import { signIn } from './session.js';

interface Typed {
  userName: string;
  password: string;
}

export function SignInForm() {
  const { t } = useTranslation();
  const going = useMutation({ mutationFn: ({ userName, password }: Typed) => signIn(userName, password) });
  const required = (field: string) => [{ required: true, message: t('signIn.required', { field }) }];
  return (
    <Form<Typed> layout="vertical" requiredMark={false} onFinish={(typed) => going.mutate(typed)}>
      {going.error && <Alert role="alert" type="error" showIcon title={failureText(going.error, t)} />}
      <Form.Item name="userName" label={t('signIn.userName')} rules={required(t('signIn.userName'))}>
        <Input autoComplete="username" autoFocus size="large" />
      </Form.Item>
      <Form.Item name="password" label={t('signIn.password')} rules={required(t('signIn.password'))}>
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={going.isPending}>
        {t('signIn.submit')}
      </Button>
    </Form>
  );
}
