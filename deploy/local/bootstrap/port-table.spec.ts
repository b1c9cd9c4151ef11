import { describe, expect, it } from '@jest/globals';
import { PORT_TABLE, resolvePorts } from './port-table.mjs';

describe('ports of a platform', () => {
  it('are the standard ones unless something is said', () => {
    expect(resolvePorts({})).toMatchObject({
      gateway: 8080,
      notices: 8086,
      postgres: 5544,
      temporal: 7244,
      kafka: 9292,
    });
  });

  it('move together with one variable', () => {
    const ports = resolvePorts({ HSL_PORT_BASE: '20000' });
    expect(Object.values(ports)).toEqual(PORT_TABLE.map((_, index) => 20_000 + index));
  });

  it('move one by one, also beside a common base', () => {
    expect(resolvePorts({ HSL_PORT_BASE: '20000', HSL_PORT_KAFKA: '9999' })).toMatchObject({
      gateway: 20_000,
      kafka: 9999,
    });
  });

  it.each(['0', '70000', 'http', '80.5'])('refuse %s and name the variable', (text) => {
    expect(() => resolvePorts({ HSL_PORT_TEMPORAL: text })).toThrow(`HSL_PORT_TEMPORAL=${text} is not a port number`);
  });

  it('refuse one number for two things and name both variables', () => {
    expect(() => resolvePorts({ HSL_PORT_TEMPORAL: '8080' })).toThrow(
      'HSL_PORT_GATEWAY and HSL_PORT_TEMPORAL are both 8080',
    );
  });
});
