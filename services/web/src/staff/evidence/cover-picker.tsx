import { useQueryClient } from '@tanstack/react-query';
import { useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../http/failure-text.js';
import { PHOTO_TYPES, photoOf } from '../../uploads/chosen-file.js';
import { sendFile } from '../../uploads/send-file.js';
import { accessToken } from '../sign-in/session.js';

/** Takes the copy of a photo on which nobody can be recognised; from then on its readers see that one. */
export function CoverPicker({ address }: { address: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [failure, setFailure] = useState<string>();
  const take = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [given] = target.files ?? [];
    target.value = '';
    if (!given) return;
    const chosen = await photoOf(given);
    if (!chosen) {
      setFailure(t('evidence.notOne', { name: given.name }));
      return;
    }
    try {
      const token = await accessToken();
      const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
      await sendFile(`${address}/redaction`, chosen, { headers, onProgress: () => undefined });
      setFailure(undefined);
      for (const kept of ['files', 'task-files']) await queries.invalidateQueries({ queryKey: [kept] });
    } catch (error) {
      setFailure(failureText(error instanceof Error ? error : new Error(String(error)), t));
    } finally {
      URL.revokeObjectURL(chosen.url);
    }
  };
  return (
    <>
      <label className="file-button">
        {t('evidence.cover')}
        <input className="visually-hidden" type="file" accept={PHOTO_TYPES} onChange={(event) => void take(event)} />
      </label>
      {failure !== undefined && (
        <p role="alert" className="file-refused">
          {failure}
        </p>
      )}
    </>
  );
}
