import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { welcome } from './welcome.js';

let dir: string;
let accountsFile: string;
const gatewayUrl = 'http://127.0.0.1:8080';

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'hsl-welcome-'));
  accountsFile = join(dir, 'accounts.json');
  const account = { userName: 'zx-liaison1', role: 'liaisonOfficer', name: '李娜', password: 'abcdefgh' };
  const admin = { ...account, userName: 'zx-admin', role: 'admin' };
  writeFileSync(accountsFile, JSON.stringify([account, admin, { ...account, userName: 'zx-liaison2' }]));
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('what a start prints at the end', () => {
  it('is where to go and who may sign in', () => {
    const text = welcome({ gatewayUrl, accountsFile }, {});
    expect(text).toContain(`${gatewayUrl}/api/docs`);
    expect(text).toContain(
      '  zx-liaison1  abcdefgh  liaisonOfficer  李娜\n  zx-admin     abcdefgh  admin           李娜',
    );
  });

  it('names one account of each role, and where the others are', () => {
    const text = welcome({ gatewayUrl, accountsFile }, {});
    expect(text).not.toContain('zx-liaison2');
    expect(text).toContain(`All 3: ${accountsFile}`);
  });

  it('holds no password in production', () => {
    expect(welcome({ gatewayUrl, accountsFile }, { NODE_ENV: 'production' })).not.toContain('abcdefgh');
  });

  it('does without accounts when there are none', () => {
    expect(welcome({ gatewayUrl, accountsFile: join(dir, 'none.json') }, {})).toContain(gatewayUrl);
  });
});
