import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { findCommandLine, identify, isRunning, signalProcess } from './process-identity.mjs';

describe('the identity of a process', () => {
  it('is its id together with the moment it began', () => {
    expect(isRunning(identify())).toBe(true);
    expect(isRunning({ pid: process.pid, began: 'another moment' })).toBe(false);
  });

  it('ends with the process', async () => {
    const child = spawn('/bin/sleep', ['30']);
    await once(child, 'spawn');
    const identity = identify(child.pid);
    expect(signalProcess(identity, 'SIGKILL')).toBe(true);
    await once(child, 'exit');
    expect(isRunning(identity)).toBe(false);
    expect(signalProcess(identity, 'SIGKILL')).toBe(false);
  });

  it('protects a foreign process that got the same id', async () => {
    const foreign = spawn('/bin/sleep', ['30']);
    await once(foreign, 'spawn');
    expect(signalProcess({ pid: foreign.pid!, began: 'of another' }, 'SIGKILL')).toBe(false);
    expect(isRunning(identify(foreign.pid))).toBe(true);
    foreign.kill('SIGKILL');
  });

  it('tells what was started', async () => {
    const child = spawn('/bin/sleep', ['31']);
    await once(child, 'spawn');
    expect(findCommandLine(child.pid!)).toBe('/bin/sleep 31');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(findCommandLine(child.pid!)).toBeUndefined();
  });
});
