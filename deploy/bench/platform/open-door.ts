import type { TestStack } from '../../local/test-stack.js';
import { say } from '../progress.js';
import { HttpClient } from './http-client.js';
import { People, Refusal } from './people.js';
import { concludeWhistle } from './standard-whistle.js';
import { until } from './until.js';

const CONNECTIONS = 64;
/** A reference nobody has heard of yet. */
const UNKNOWN = 422;

/**
 * The demo's people at the gateway of a platform, after a first whistle went all the way: by then every service has
 * heard of the others' reference data, and the code that matters is warm.
 */
export async function openDoor(stack: TestStack): Promise<People> {
  const people = new People(new HttpClient(stack.addresses.services.gateway, CONNECTIONS), stack.accountsFile);
  say('a first whistle, to warm up');
  await until('the first whistle', async () => {
    try {
      return await concludeWhistle(people, 0);
    } catch (error) {
      if (error instanceof Refusal && error.status === UNKNOWN) return undefined;
      throw error;
    }
  });
  return people;
}
