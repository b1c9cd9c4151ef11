import { useCallback, useRef, useState } from 'react';
import type { ChosenFile } from './chosen-file.js';
import { forgetFile } from './file-store.js';

export interface Upload {
  file: ChosenFile;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  /** 0 to 1. */
  share: number;
  /** Why the last try failed. */
  failure?: Error;
}

type Send<Answer> = (file: ChosenFile, onProgress: (share: number) => void) => Promise<Answer>;

/** Files go up one after the other, each with its progress and another try; one that is up leaves the device. */
export function useUploads<Answer>(send: Send<Answer>, onDone?: (file: ChosenFile, answer: Answer) => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const line = useRef(Promise.resolve());
  const latest = useRef({ send, onDone });
  latest.current = { send, onDone };
  const upload = useCallback(async (file: ChosenFile): Promise<void> => {
    const mark = (more: Partial<Upload>): void =>
      setUploads((all) => all.map((one) => (one.file.id === file.id ? { ...one, ...more } : one)));
    mark({ state: 'sending', share: 0, failure: undefined });
    try {
      const answer = await latest.current.send(file, (share) => mark({ share }));
      await forgetFile(file.id);
      mark({ state: 'done' });
      latest.current.onDone?.(file, answer);
    } catch (error) {
      console.info('a file was not taken', error);
      mark({ state: 'failed', failure: error instanceof Error ? error : new Error(String(error)) });
    }
  }, []);
  const again = useCallback(
    (file: ChosenFile): void => {
      line.current = line.current.then(() => upload(file));
    },
    [upload],
  );
  const add = useCallback(
    (files: readonly ChosenFile[]): void => {
      setUploads((all) => [...all, ...files.map((file): Upload => ({ file, state: 'waiting', share: 0 }))]);
      for (const file of files) again(file);
    },
    [again],
  );
  const remove = useCallback((id: string): void => {
    void forgetFile(id);
    setUploads((all) => all.filter(({ file }) => file.id !== id));
  }, []);
  return { uploads, add, again, remove };
}
