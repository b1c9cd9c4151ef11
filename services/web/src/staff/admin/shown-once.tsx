import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  /** What it is, as a heading that says that it is seen this once. */
  title: string;
  text: string;
  onSeen: () => void;
}

/** A key or a password, the one time it is seen. */
export function ShownOnce({ title, text, onSeen }: Props) {
  const { t } = useTranslation();
  return (
    <section role="status">
      <h2>{title}</h2>
      <p>
        <code className="shown-once">{text}</code>
      </p>
      <Button onClick={onSeen}>{t('admin.seen')}</Button>
    </section>
  );
}
