import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { refusalTexts } from './refusal-texts.js';

/** Why it was not done, line by line; nothing when nothing failed. */
export function Failures({ error }: { error: Error | null }) {
  const { t } = useTranslation();
  return refusalTexts(error, t).map((text) => <Alert key={text} role="alert" type="error" showIcon title={text} />);
}
