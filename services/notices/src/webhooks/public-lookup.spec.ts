import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { publicLookup } from './public-lookup.js';
import { postTo } from './webhook-client.js';

const lookedUp = (all: boolean): Promise<unknown> =>
  new Promise((resolve) => publicLookup('localhost', { all }, (error, address) => resolve(error ?? address)));

describe('the guard of outgoing connections', () => {
  it.each([true, false])('refuses a name that leads to this machine (all: %s)', async (all) => {
    expect(await lookedUp(all)).toMatchObject({ code: 'privateAddress' });
  });

  it('refuses addresses at once, before anything is connected', async () => {
    const body = { headers: {}, body: '{}' };
    await expect(postTo('https://127.0.0.1/', body, false)).rejects.toMatchObject({
      reason: 'privateAddress',
      isFinal: true,
    });
    await expect(postTo('http://grid.example.cn/', body, false)).rejects.toMatchObject({ reason: 'notHttps' });
  });

  it('does not follow a redirect, nor read an answer without end', async () => {
    let asked = 0;
    const server = createServer((request, response) => {
      asked += 1;
      if (request.url === '/endless') response.end('x'.repeat(100_000));
      else response.writeHead(302, { location: '/elsewhere' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const body = { headers: {}, body: '{}' };
    expect(await postTo(`${url}/moved`, body, true)).toBe(302);
    expect(asked).toBe(1);
    await expect(postTo(`${url}/endless`, body, true)).rejects.toMatchObject({ reason: 'answerTooLong' });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
