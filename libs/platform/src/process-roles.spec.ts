import { describe, expect, it } from '@jest/globals';
import { readRoles } from './process-roles.js';

describe('the roles of a process', () => {
  it('are all of them unless ROLE says otherwise', () => {
    expect([...readRoles('')]).toEqual(['api', 'worker', 'relay', 'consumer']);
    expect([...readRoles(' worker , relay')]).toEqual(['worker', 'relay']);
  });

  it('an unknown one is refused by name: a typing error must not start half a service', () => {
    expect(() => readRoles('api,workers')).toThrow('workers');
  });
});
