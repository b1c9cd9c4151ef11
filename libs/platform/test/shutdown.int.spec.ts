import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';

jest.setTimeout(60_000);

const SCRIPT = new URL('./slow-service.mjs', import.meta.url).pathname;
let child: ChildProcess | undefined;

beforeAll(() => {
  // The child runs what `npm run build` made.
  expect(existsSync(new URL('../dist/start-service.js', import.meta.url))).toBe(true);
});

afterEach(() => {
  if (child?.exitCode === null) child.kill('SIGKILL');
});

async function start(): Promise<{ process: ChildProcess; url: string }> {
  child = spawn(process.execPath, [SCRIPT], {
    env: { PATH: process.env['PATH'], SERVICE_HOST: '127.0.0.1', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  const url = /listening (\S+)/.exec(line.toString())?.[1] ?? '';
  return { process: child, url };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('SIGTERM', () => {
  it('lets the request under way end, takes no new one, and the process exits with 0', async () => {
    const { process: service, url } = await start();
    const started = once(service.stdout as NodeJS.ReadableStream, 'data');
    const answer = fetch(`${url}/api/slow`).then((response) => response.json());
    await started;
    const exited = once(service, 'exit');
    service.kill('SIGTERM');
    await pause(200);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
    expect(await answer).toEqual({ done: true });
    expect((await exited)[0]).toBe(0);
  });

  it('a stream that never ends is cut, and the process ends within ten seconds', async () => {
    const { process: service, url } = await start();
    const response = await fetch(`${url}/api/stream`);
    const reader = response.body?.getReader();
    await reader?.read();
    const startedAt = Date.now();
    service.kill('SIGTERM');
    const [code] = await once(service, 'exit');
    expect(code).toBe(0);
    expect(Date.now() - startedAt).toBeLessThan(10_000);
    await expect(reader?.read()).rejects.toThrow('terminated');
  });
});

describe('a taken port', () => {
  it('ends the start with an error that names it', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const { port } = blocker.address() as AddressInfo;
    child = spawn(process.execPath, [SCRIPT], {
      env: { PATH: process.env['PATH'], SERVICE_HOST: '127.0.0.1', SERVICE_PORT: String(port), LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const [code] = await once(child, 'exit');
    expect(code).not.toBe(0);
    expect(errors).toContain(`EADDRINUSE: address already in use 127.0.0.1:${port}`);
    await new Promise((resolve) => blocker.close(resolve));
  });
});
