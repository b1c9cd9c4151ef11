import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** Of the button; `.effect` says what cannot be undone, `.sure` does it. */
  words: string;
  isGoing: boolean;
  onSure: () => void;
}

/** What cannot be undone: the first press says what it does, the second does it. */
export function AskedTwice({ words, isGoing, onSure }: Props) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  if (!isAsked) return <Button onClick={() => setAsked(true)}>{t(words)}</Button>;
  return (
    <div role="group" aria-label={t(words)}>
      <p role="status">{t(`${words}.effect`)}</p>
      <div className="webhook-acts">
        <Button
          type="primary"
          loading={isGoing}
          onClick={() => {
            setAsked(false);
            onSure();
          }}
        >
          {t(`${words}.sure`)}
        </Button>
        <Button autoFocus onClick={() => setAsked(false)}>
          {t('action.cancel')}
        </Button>
      </div>
    </div>
  );
}
