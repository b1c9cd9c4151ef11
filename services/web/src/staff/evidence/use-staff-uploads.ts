import type { StoredFile } from '@hsl/contracts/schemas/files';
import { useEffect, useRef } from 'react';
import type { ChosenFile } from '../../uploads/chosen-file.js';
import { keepFiles, keptFiles } from '../../uploads/file-store.js';
import { sendFile } from '../../uploads/send-file.js';
import { useUploads } from '../../uploads/use-uploads.js';
import { accessToken, STAFF_FILES } from '../sign-in/session.js';
import { useMe } from '../sign-in/use-me.js';

interface Options {
  onDone: (stored: StoredFile) => void;
  /** Chosen before; without any, what was kept is sent. */
  begin?: readonly ChosenFile[];
}

/**
 * Sends files as the person who is signed in. What was not up when the page was left goes up when it is opened again.
 * @param address takes files, such as `/api/whistles/…/files`
 * @param part of the page, so that its files come back where they were chosen
 */
export function useStaffUploads(address: string, part: string, { onDone, begin = [] }: Options) {
  const form = `${STAFF_FILES}${useMe()?.userId}.${address}.${part}`;
  const { uploads, add, again, remove } = useUploads<StoredFile>(
    async (file, onProgress) => {
      const token = await accessToken();
      const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
      return sendFile(address, file, { headers, onProgress });
    },
    (_file, stored) => onDone(stored),
  );
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    if (begin.length > 0) void keepFiles(form, begin).then(() => add(begin));
    else void keptFiles(form).then((kept) => add(kept));
  }, [form, add, begin]);
  const going = uploads.filter(({ state }) => state !== 'done');
  return {
    ...{ going, again, remove },
    add: (files: readonly ChosenFile[]): void => {
      void keepFiles(form, [...going.map(({ file }) => file), ...files]).then(() => add(files));
    },
  };
}
