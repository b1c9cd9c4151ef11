import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActionFields } from './action-fields.js';
import type { ActionForm, Typed } from './action-form.js';
import { useTaking, type Subject } from './use-taking.js';
import '../whistle/whistle.css';

/** By then an event has reached the projections, as a rule. */
const EVENTS_MS = 2_000;

interface Props {
  /** As in the table of rights, such as `whistle.accept`. */
  name: string;
  form: ActionForm;
  subject: Subject;
  /** What the button says, where it is not the action's own word. */
  label?: string;
  onClose: () => void;
  /** Goes on from what the service answered, where the page does not just stay. */
  onTaken?: (answer: unknown) => void;
}

/** One action, with what it asks; what is typed stays until the platform has it. */
export function ActionSheet({ name, form, subject, label, onClose, onTaken }: Props) {
  const { t } = useTranslation();
  const verb = label ?? t(`do.${name}`);
  const [antdForm] = Form.useForm<Record<string, unknown>>();
  const queries = useQueryClient();
  const taking = useTaking(name, form, subject, (answer) => {
    void queries.invalidateQueries();
    // Lists and figures hear of it a moment later, by the events.
    setTimeout(() => void queries.invalidateQueries(), EVENTS_MS);
    if (onTaken) onTaken(answer);
    else onClose();
  });
  const typed = (Form.useWatch([], antdForm) as Typed | undefined) ?? taking.typed;
  return (
    <Drawer
      open
      size={480}
      title={`${verb} · ${subject.title}`}
      onClose={onClose}
      closable={{ 'aria-label': t('action.close') }}
    >
      {taking.failure !== undefined && <Alert role="alert" type="error" showIcon title={taking.failure} />}
      <Form
        form={antdForm}
        layout="vertical"
        scrollToFirstError={{ focus: true }}
        initialValues={taking.typed}
        onValuesChange={(_changed, all: Typed) => taking.keep(all)}
        onFinish={(all: Typed) => taking.take(all)}
      >
        <ActionFields fields={form.fields} typed={typed} address={subject.address} />
        <div className="sheet-buttons">
          <Button
            type="primary"
            size="large"
            htmlType="submit"
            loading={taking.isGoing}
            autoFocus={form.fields.length === 0}
          >
            {taking.isGoing ? t('action.submitting') : verb}
          </Button>
          <Button size="large" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </div>
      </Form>
    </Drawer>
  );
}
