import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayUnderTest, type Gateway } from './gateway-under-test.js';

describe('pages', () => {
  let platform: GatewayUnderTest;
  let gateway: Gateway;
  beforeAll(async () => {
    platform = await GatewayUnderTest.start();
    gateway = await platform.replica({ BRAND_NAME: '街道会商', BRAND_NAME_EN: 'Street talk' });
  });
  afterAll(() => platform.stop());

  it.each(['/', '/work', '/whistles/ZX-2026-000001', '/q/a.code', '/t'])(
    '[S2] %s carries the name the platform has here, and may load nothing from elsewhere',
    async (path) => {
      const { status, headers, body } = await gateway.call('GET', path);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toMatch(/^text\/html/);
      expect(headers.get('content-security-policy')).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
      expect(body.text).toContain('<title>街道会商</title>');
      expect(body.text).toContain('<meta name="brand-en" content="Street talk"');
    },
  );

  it('are not what answers an address of the API, or a script that is gone', async () => {
    for (const path of ['/api/none', '/assets/gone.js', '/favicon.ico']) {
      const { status, headers } = await gateway.call('GET', path);
      expect([401, 404]).toContain(status);
      expect(headers.get('content-type')).not.toMatch(/^text\/html/);
    }
  });
});
