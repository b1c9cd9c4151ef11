import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, two passes, one lane: what OWASP names as the least. The library's default is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

export const passwordMatches = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password);

let nobodysHash: Promise<string> | undefined;

/** Costs as much as checking a real password, so that the answer's time does not tell which names exist. */
export async function passwordOfNobody(password: string): Promise<false> {
  nobodysHash ??= hashPassword('nobody');
  await passwordMatches(await nobodysHash, password);
  return false;
}
