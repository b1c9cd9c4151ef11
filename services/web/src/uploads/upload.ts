import { NoAnswer } from '../http/problem.js';
import type { ChosenFile } from './chosen-file.js';

/** A file on its way to the platform. */
export interface Upload {
  file: ChosenFile;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  /** 0 to 1. */
  share: number;
  /** Why the last try failed. */
  failure?: Error;
}

/** The line lost it, not the service: it may go up again unasked. A refusal stays until somebody looks at it. */
export const isBrokenOff = ({ state, failure }: Pick<Upload, 'state' | 'failure'>): boolean =>
  state === 'failed' && failure instanceof NoAnswer;

/** The files that go on by themselves when the line is back. */
export const brokenOff = (uploads: readonly Upload[]): ChosenFile[] =>
  uploads.filter(isBrokenOff).map(({ file }) => file);
