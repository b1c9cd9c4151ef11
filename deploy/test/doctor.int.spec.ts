import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PORT_TABLE } from '../local/bootstrap/port-table.mjs';
import { reservePorts } from '../local/ports.js';

const DOCTOR = fileURLToPath(new URL('../local/doctor.mjs', import.meta.url));
const COMPLETE = { npm: '11.0.0', python3: '3.11.7', java: 'openjdk version "17.0.1"', mvn: 'Apache Maven 3.8.7' };

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hsl-doctor-'));
  symlinkSync('/usr/bin/locale', join(dir, 'locale'));
});

afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** A machine whose only programs are the named ones. */
async function examine(
  programs: Record<string, string>,
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number; text: string }> {
  for (const [name, output] of Object.entries(programs)) {
    writeFileSync(join(dir, name), `#!/bin/sh\necho '${output}'\n`);
    chmodSync(join(dir, name), 0o755);
  }
  const reserved = await reservePorts(PORT_TABLE.map(({ name }) => name));
  const ports = Object.fromEntries(PORT_TABLE.map(({ name, variable }) => [variable, String(reserved[name].port)]));
  const own = { PATH: dir, HOME: dir, HSL_STATE_DIR: dir, ...ports };
  const { status, stdout } = spawnSync(process.execPath, [DOCTOR], { env: { ...own, ...env }, encoding: 'utf8' });
  for (const port of Object.values(reserved)) port.release();
  return { code: status ?? -1, text: stdout };
}

describe('npm run doctor', () => {
  it('finds nothing to put right on a complete machine', async () => {
    const { code, text } = await examine(COMPLETE);
    expect(text).toContain('✔ Java 17 or newer');
    expect(text).not.toContain('✖');
    expect(code).toBe(0);
  });

  it('names what is missing, what it is for and how to get it', async () => {
    const { npm, python3, java } = COMPLETE;
    const { code, text } = await examine({ npm, python3, java });
    expect(text).toMatch(/✖ Maven +missing; it fetches Kafka\n.*→ .*install maven/);
    expect(code).toBe(1);
  });

  it('takes an old Java for none', async () => {
    const { code, text } = await examine({ ...COMPLETE, java: 'openjdk version "11.0.2"' });
    expect(text).toMatch(/✖ Java 17 or newer +openjdk version "11/);
    expect(code).toBe(1);
  });

  it('does not ask for Java and Maven where Kafka is elsewhere', async () => {
    const { npm, python3 } = COMPLETE;
    const { code } = await examine({ npm, python3 }, { KAFKA_BROKERS: 'kafka.example:9092' });
    expect(code).toBe(0);
  });

  it('says which port is taken and which variable changes it', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { code, text } = await examine(COMPLETE, { HSL_PORT_GATEWAY: String(port) });
    server.close();
    expect(text).toContain(`${port} (gateway) is taken by`);
    expect(text).toContain('set HSL_PORT_GATEWAY');
    expect(code).toBe(1);
  });
});
