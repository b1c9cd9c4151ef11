import type { TestStack } from '../../local/test-stack.js';
import { say } from '../progress.js';
import { HttpClient } from './http-client.js';
import { People, Refusal } from './people.js';
import { concludeWhistle, type Stage } from './standard-whistle.js';
import { until } from './until.js';
import { Watch } from './watch.js';

const CONNECTIONS = 64;
/** A reference nobody has heard of yet. */
const UNKNOWN = 422;

/**
 * Does the work with the demo's people at the gateway of a platform, after a first whistle went all the way: by then
 * every service has heard of the others' reference data.
 */
export async function withOpenDoor<T>(stack: TestStack, work: (stage: Stage) => Promise<T>): Promise<T> {
  const people = new People(new HttpClient(stack.addresses.services.gateway, CONNECTIONS), stack.accountsFile);
  const stage = { people, watch: new Watch(stack) };
  try {
    say('a first whistle, to warm up');
    await until('the first whistle', () => concludeWhistle(stage, 0).catch(unknownYet));
    return await work(stage);
  } finally {
    await stage.watch.close();
  }
}

/** @throws any error that time does not mend */
function unknownYet(error: unknown): undefined {
  if (error instanceof Refusal && error.status === UNKNOWN) return undefined;
  throw error;
}
