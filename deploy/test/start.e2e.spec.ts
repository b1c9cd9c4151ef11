import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiFaults, type ApiDocument } from '../checks/api-faults.js';
import { unboundedLists, type ListedApi } from '../checks/list-bounds.js';
import { PORT_TABLE } from '../local/bootstrap/port-table.mjs';
import { isRunning, type ProcessIdentity } from '../local/bootstrap/process-identity.mjs';
import { findRunningPlatform, type PlatformFile } from '../local/platform-file.js';
import { reservePorts, type ReservedPort } from '../local/ports.js';
import { SERVICE_NAMES } from '../local/service-table.js';

const BOOTSTRAP = fileURLToPath(new URL('../local/bootstrap.mjs', import.meta.url));
const COMMAND_TIMEOUT_MS = 240_000;
const BACK_WITHIN_MS = 60_000;

let stateDir: string;
let reserved: Record<string, ReservedPort>;

beforeAll(async () => {
  stateDir = mkdtempSync(join(tmpdir(), 'hsl-start-'));
  spawnSync('chmod', ['755', stateDir]);
  reserved = await reservePorts(PORT_TABLE.map(({ name }) => name));
});

afterAll(() => {
  command('stop');
  command('reset');
  for (const port of Object.values(reserved)) port.release();
  rmSync(stateDir, { recursive: true, force: true });
}, COMMAND_TIMEOUT_MS);

/** The scripts of package.json, on a state folder and ports of their own. */
function command(...args: string[]): { code: number | null; text: string } {
  const ports = PORT_TABLE.map(({ name, variable }) => [variable, String(reserved[name]!.port)] as const);
  const env = { ...process.env, NODE_OPTIONS: '', HSL_STATE_DIR: stateDir, ...Object.fromEntries(ports) };
  const options = { env, encoding: 'utf8', timeout: COMMAND_TIMEOUT_MS } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [BOOTSTRAP, ...args], options);
  return { code: status, text: `${stdout}${stderr}` };
}

function platform(): PlatformFile {
  const running = findRunningPlatform(stateDir);
  if (!running) throw new Error('no platform runs');
  return running;
}

/** One kept open would lead to a gateway that was killed meanwhile. */
const OWN_CONNECTION = { connection: 'close' };

async function apiDocument(): Promise<ApiDocument & ListedApi> {
  const answer = await fetch(`${platform().gatewayUrl}/api/openapi.json`, { headers: OWN_CONNECTION });
  return (await answer.json()) as ApiDocument & ListedApi;
}

async function signIn(): Promise<number> {
  const [account] = JSON.parse(readFileSync(platform().accountsFile, 'utf8')) as {
    userName: string;
    password: string;
  }[];
  const body = JSON.stringify({ userName: account!.userName, password: account!.password });
  const headers = { 'content-type': 'application/json', ...OWN_CONNECTION };
  return (await fetch(`${platform().gatewayUrl}/api/sessions`, { method: 'POST', headers, body })).status;
}

async function answersAgain(name: string, killed: ProcessIdentity): Promise<boolean> {
  const url = platform().addresses.services[name as 'whistles'];
  for (const giveUpAt = Date.now() + BACK_WITHIN_MS; Date.now() < giveUpAt; await sleep(200)) {
    const { [name]: current } = platform().processes;
    const answer = await fetch(`${url}/health/ready`, { headers: OWN_CONNECTION }).catch(() => undefined);
    if (current && current.pid !== killed.pid && answer?.ok) return true;
  }
  return false;
}

describe('npm start', () => {
  it(
    'brings up servers and services, migrates and seeds, and says where to go and who may sign in',
    async () => {
      const { code, text } = command('start', '--detach');
      expect({ code, text }).toMatchObject({ code: 0, text: expect.stringMatching(/migrations: \d+ applied/) });
      expect(text).toContain(`${platform().gatewayUrl}/api/docs`);
      expect(text).toMatch(/communityWorker/);
      expect(Object.keys(platform().processes).toSorted()).toEqual(
        [...SERVICE_NAMES, 'kafka', 'postgres', 'temporal'].toSorted(),
      );
      expect(await signIn()).toBe(201);
    },
    COMMAND_TIMEOUT_MS,
  );

  it('describes every operation: what it is for, an example of what it takes, what it answers, how it refuses', async () => {
    const document = await apiDocument();
    expect(Object.keys(document.paths).length).toBeGreaterThan(100);
    expect(apiFaults(document)).toEqual([]);
  });

  it('answers no list without an end: each has pages, or something that keeps it short', async () => {
    expect(unboundedLists(await apiDocument())).toEqual([]);
  });

  it('a second time says that it runs already and where', () => {
    const { code, text } = command('start');
    expect(code).toBe(0);
    expect(text).toContain('It runs already');
    expect(text).toContain(platform().gatewayUrl);
  });

  it('starts a service again that was killed', async () => {
    const killed = platform().processes['whistles']!;
    process.kill(killed.pid, 'SIGKILL');
    expect(await answersAgain('whistles', killed)).toBe(true);
  }, 90_000);

  it(
    'after a kill -9 of everything finds its state again, with nothing left to migrate or seed',
    async () => {
      const accounts = readFileSync(platform().accountsFile, 'utf8');
      const { supervisor, processes } = platform();
      for (const { pid } of [supervisor, ...Object.values(processes)]) process.kill(pid, 'SIGKILL');
      const { code, text } = command('start', '--detach');
      expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining('migrations: nothing to do') });
      expect(text).toContain('seeds: nothing to do');
      expect(readFileSync(platform().accountsFile, 'utf8')).toBe(accounts);
      expect(await signIn()).toBe(201);
    },
    COMMAND_TIMEOUT_MS,
  );

  it('refuses to forget its state while it runs', () => {
    expect(command('reset')).toMatchObject({ code: 1, text: expect.stringContaining('npm run stop') });
  });

  it('is ended by npm run stop without leaving a process', () => {
    const { supervisor, processes } = platform();
    expect(command('stop').code).toBe(0);
    expect([supervisor, ...Object.values(processes)].filter(isRunning)).toEqual([]);
    expect(findRunningPlatform(stateDir)).toBeUndefined();
  }, 60_000);
});
