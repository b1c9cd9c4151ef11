import { Button, Form, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failures } from './failures.js';

interface Props<Typed> {
  form: FormInstance<Typed>;
  /** Names the fields in the page. */
  name: string;
  title: string;
  /** What the button says. */
  verb: string;
  /** How the sending stands. */
  sending: { isPending: boolean; error: Error | null };
  onFinish: (typed: Typed) => void;
  /** What came of the last one, above the fields. */
  before?: ReactNode;
  children: ReactNode;
}

/** Makes one thing more: its fields under a title, what was refused above them; the first mistake gets the focus. */
export function AdminForm<Typed>({ form, name, title, verb, sending, onFinish, before, children }: Props<Typed>) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{title}</h2>
      {before}
      <Failures error={sending.error} />
      <Form
        form={form}
        name={name}
        layout="vertical"
        className="admin-form"
        scrollToFirstError={{ focus: true }}
        onFinish={onFinish}
      >
        {children}
        <div>
          <Button type="primary" size="large" htmlType="submit" loading={sending.isPending}>
            {sending.isPending ? t('action.submitting') : verb}
          </Button>
        </div>
      </Form>
    </section>
  );
}
