import { parseArgs } from 'node:util';

export interface DemoOptions {
  /** One JSON object on standard output, everything else on standard error. */
  json: boolean;
  /** Leaves a platform running that the demo itself started. */
  keep: boolean;
  /** The stories that do not go straight as well. */
  all: boolean;
  /** The period of the article on a fresh platform, instead of the cases. */
  article: boolean;
  /** Part of the names of the cases to play; all without it. */
  only?: string;
}

/** @throws Error for an option there is none of */
export function readOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      all: { type: 'boolean' },
      article: { type: 'boolean' },
      json: { type: 'boolean' },
      keep: { type: 'boolean' },
      only: { type: 'string' },
    },
  });
  const { all = false, article = false, json = false, keep = false, only } = values;
  return { all, article, json, keep, only };
}
