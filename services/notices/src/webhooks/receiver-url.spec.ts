import { describe, expect, it } from '@jest/globals';
import { isPrivateAddress } from './private-addresses.js';
import { faultOfUrl } from './receiver-url.js';

describe('the address of a receiver', () => {
  it.each([
    ['https://grid.example.cn/hooks', undefined],
    ['https://8.8.8.8:8443/', undefined],
    ['https://[2606:4700::1111]/', undefined],
    ['http://grid.example.cn/', 'notHttps'],
    ['ftp://grid.example.cn/', 'notHttps'],
    ['https://user:secret@grid.example.cn/', 'credentialsInUrl'],
    ['https://localhost/', 'privateAddress'],
    ['https://db.localhost/', 'privateAddress'],
    ['https://10.1.2.3/', 'privateAddress'],
    ['https://127.1/', 'privateAddress'],
    ['https://0x7f000001/', 'privateAddress'],
    ['https://2130706433/', 'privateAddress'],
    ['https://169.254.169.254/latest/meta-data', 'privateAddress'],
    ['https://[::1]/', 'privateAddress'],
    ['https://[::ffff:127.0.0.1]/', 'privateAddress'],
    ['https://[::127.0.0.1]/', 'privateAddress'],
    ['https://[fd00::1]/', 'privateAddress'],
    ['https://[64:ff9b::10.0.0.1]/', 'privateAddress'],
  ])('%s: %s', (url, fault) => {
    expect(faultOfUrl(url, false)).toBe(fault);
  });

  it('may be near where the setting allows it, and still holds no password', () => {
    expect(faultOfUrl('http://127.0.0.1:9000/', true)).toBeUndefined();
    expect(faultOfUrl('http://user:secret@127.0.0.1/', true)).toBe('credentialsInUrl');
    expect(faultOfUrl('file:///etc/passwd', true)).toBe('notHttps');
  });

  it('is private if it is no address at all', () => {
    expect(isPrivateAddress('grid.example.cn')).toBe(true);
    expect(isPrivateAddress('172.32.0.1')).toBe(false);
    expect(isPrivateAddress('172.31.255.255')).toBe(true);
  });
});
