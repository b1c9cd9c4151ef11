import { describe, expect, it } from '@jest/globals';
import { HealthRegistry } from './health-registry.js';

const up = { name: 'database', required: true, check: async () => 1 };

describe('readiness', () => {
  it('names each dependency, up or down', async () => {
    const health = new HealthRegistry();
    health.register(up);
    health.register({
      name: 'kafka',
      required: false,
      check: () => {
        throw Object.assign(new Error('connect to 10.0.0.1 as hsl'), { code: 'ECONNREFUSED' });
      },
    });
    expect(await health.readiness()).toEqual({
      status: 'ready',
      dependencies: {
        database: { status: 'up', required: true },
        kafka: { status: 'down', required: false, reason: 'ECONNREFUSED' },
      },
    });
  });

  it('is lost with a required dependency only', async () => {
    const health = new HealthRegistry();
    health.register({ ...up, check: () => Promise.reject(new Error('gone')) });
    expect((await health.readiness()).status).toBe('notReady');
  });

  it('does not wait for a dependency that does not answer', async () => {
    class HastyRegistry extends HealthRegistry {
      protected override readonly checkTimeoutMs = 20;
    }
    const health = new HastyRegistry();
    health.register({ ...up, check: () => new Promise(() => undefined) });
    const { dependencies } = await health.readiness();
    expect(dependencies['database']).toMatchObject({ status: 'down', reason: 'no answer in 20 ms' });
  });
});
