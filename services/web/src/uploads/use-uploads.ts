import { useCallback, useEffect, useRef, useState } from 'react';
import type { ChosenFile } from './chosen-file.js';
import { forgetFile } from './file-store.js';
import { brokenOff, type Upload } from './upload.js';

type Send<Answer> = (file: ChosenFile, onProgress: (share: number) => void) => Promise<Answer>;

/**
 * Files go up one after the other, each with its progress and another try; one that is up leaves the device. What the
 * line broke off begins anew when the line is back. It does not go on in the middle: a photo is small by then, and the
 * same content again is the file that lies there already.
 */
export function useUploads<Answer>(send: Send<Answer>, onDone?: (file: ChosenFile, answer: Answer) => void) {
  const { uploads, append, mark, drop } = useUploadList();
  const line = useRef(Promise.resolve());
  const latest = useRef({ send, onDone });
  latest.current = { send, onDone };
  const upload = useCallback(
    async (file: ChosenFile): Promise<void> => {
      mark(file, { state: 'sending', share: 0, failure: undefined });
      try {
        const answer = await latest.current.send(file, (share) => mark(file, { share }));
        await forgetFile(file.id);
        mark(file, { state: 'done' });
        latest.current.onDone?.(file, answer);
      } catch (error) {
        console.info('a file was not taken', error);
        mark(file, { state: 'failed', failure: error instanceof Error ? error : new Error(String(error)) });
      }
    },
    [mark],
  );
  const again = useCallback(
    (file: ChosenFile): void => {
      // Said at once: a second press, or the line coming back meanwhile, sends it no second time.
      mark(file, { state: 'waiting', failure: undefined });
      line.current = line.current.then(() => upload(file));
    },
    [upload, mark],
  );
  const add = useCallback(
    (files: readonly ChosenFile[]): void => {
      append(files);
      for (const file of files) again(file);
    },
    [again, append],
  );
  useGoingOn(uploads, again);
  return { uploads, add, again, remove: drop };
}

function useUploadList() {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const append = useCallback((files: readonly ChosenFile[]): void => {
    setUploads((all) => [...all, ...files.map((file): Upload => ({ file, state: 'waiting', share: 0 }))]);
  }, []);
  const mark = useCallback(({ id }: ChosenFile, more: Partial<Upload>): void => {
    setUploads((all) => all.map((one) => (one.file.id === id ? { ...one, ...more } : one)));
  }, []);
  const drop = useCallback((id: string): void => {
    void forgetFile(id);
    setUploads((all) => all.filter(({ file }) => file.id !== id));
  }, []);
  return { uploads, append, mark, drop };
}

function useGoingOn(uploads: readonly Upload[], again: (file: ChosenFile) => void): void {
  useEffect(() => {
    const goOn = (): void => brokenOff(uploads).forEach(again);
    addEventListener('online', goOn);
    return () => removeEventListener('online', goOn);
  }, [uploads, again]);
}
