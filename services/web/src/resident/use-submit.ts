import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../http/failure-text.js';

/** Sends something once, however often the button is pressed, and says what came of it. */
export function useSubmit() {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<string>();
  const [isSending, setSending] = useState(false);
  const sending = useRef(false);
  const submit = async (send: () => Promise<void>): Promise<void> => {
    if (sending.current) return;
    sending.current = true;
    setSending(true);
    setFailure(undefined);
    try {
      await send();
    } catch (error) {
      setFailure(failureText(error, t));
    } finally {
      sending.current = false;
      setSending(false);
    }
  };
  return { submit, failure, setFailure, isSending };
}
