import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { isPortFree } from './bootstrap/port-holder.mjs';
import { assertPortsFree, reservePorts } from './ports.js';

let server: Server | undefined;

afterEach(() => void server?.close());

async function listen(): Promise<number> {
  const listener = createServer();
  server = listener;
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  return (listener.address() as AddressInfo).port;
}

describe('a taken port', () => {
  it('is an error that says which port, for what, who has it and which variable changes it', async () => {
    const port = await listen();
    await expect(assertPortsFree({ kafka: port })).rejects.toThrow(
      new RegExp(`port ${port}, wanted for kafka, is taken by .*process ${process.pid}\\).*HSL_PORT_KAFKA=<port>`, 's'),
    );
  });

  it('does not keep the others from being told in the same error', async () => {
    const port = await listen();
    await expect(assertPortsFree({ kafka: port, gateway: port })).rejects.toThrow(
      /gateway.*HSL_PORT_GATEWAY.*kafka.*HSL_PORT_KAFKA/s,
    );
  });

  it('is none when nobody listens', async () => {
    const { one } = await reservePorts(['one']);
    await expect(assertPortsFree({ temporal: one.port })).resolves.toBeUndefined();
    one.release();
  });
});

describe('reserved ports', () => {
  it('are free, different, and below the range of outgoing connections', async () => {
    const ports = await reservePorts(['a', 'b', 'c', 'd']);
    const numbers = Object.values(ports).map(({ port }) => port);
    expect(new Set(numbers).size).toBe(4);
    expect(await Promise.all(numbers.map(isPortFree))).toEqual([true, true, true, true]);
    expect(Math.max(...numbers)).toBeLessThan(32_768);
    for (const port of Object.values(ports)) port.release();
  });
});
