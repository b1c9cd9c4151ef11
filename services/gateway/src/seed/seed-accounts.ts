import type { Instant } from '@hsl/contracts/instants';
import { hashPassword, passwordMatches } from '../sign-in/password.js';
import type { UserRepository } from '../users/user.repository.js';
import { demoPassword, writeAccountsFile, type AccountLine } from './accounts-file.js';
import { DEMO_SUBDISTRICTS, demoAccounts, type DemoAccount } from './demo-accounts.js';

/** Accounts written at once. */
const BATCH = 8;

/**
 * The demo's accounts with one random password, hashed once: they are invented people on one machine. Running it again
 * changes nothing.
 * @returns how many accounts were created or changed
 */
export async function seedDemoAccounts(users: UserRepository, accountsFile: string, now: Instant): Promise<number> {
  const password = await demoPassword(accountsFile);
  const accounts = DEMO_SUBDISTRICTS.flatMap(demoAccounts);
  const passwordHash = await hashInUse(users, accounts, password);
  let changed = 0;
  for (let start = 0; start < accounts.length; start += BATCH) {
    const saved = await Promise.all(
      accounts
        .slice(start, start + BATCH)
        .map((account) =>
          users.save({ ...account, userName: account.id, active: true, passwordHash, isFictional: true }, now),
        ),
    );
    changed += saved.filter(Boolean).length;
  }
  await writeAccountsFile(
    accountsFile,
    accounts.map((account) => lineOf(account, password)),
  );
  return changed;
}

/** The hash the accounts have already, if it is of this password: a new salt would look like a change. */
async function hashInUse(users: UserRepository, [first]: DemoAccount[], password: string): Promise<string> {
  const found = first && (await users.findForSignIn(first.id));
  if (found && (await passwordMatches(found.passwordHash, password))) return found.passwordHash;
  return hashPassword(password);
}

const lineOf = ({ id, posts, name, subdistrictId }: DemoAccount, password: string): AccountLine => ({
  userName: id,
  role: posts[0]?.role ?? '',
  name,
  subdistrictId,
  password,
});

/** In production the first administrator and nobody else; an account that is there is left alone. */
export async function seedAdministrator(
  users: UserRepository,
  subdistrictId: string,
  password: string,
  now: Instant,
): Promise<boolean> {
  const id = `${subdistrictId}-admin`;
  if (await users.findForSignIn(id)) return false;
  return users.save(
    {
      id,
      subdistrictId,
      userName: id,
      name: '管理员',
      posts: [{ role: 'admin' }],
      active: true,
      passwordHash: await hashPassword(password),
      isFictional: false,
    },
    now,
  );
}
