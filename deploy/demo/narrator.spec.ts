import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Names } from './names.js';
import { Narrator } from './narrator.js';
import { People } from './people.js';

const names = new Names(
  new Map([
    ['YS-M09', '吕广平'],
    ['YS-CGJ', '城管局'],
    ['YS05', '金苑'],
  ]),
);
const dir = mkdtempSync(join(tmpdir(), 'hsl-demo-'));
const lines: string[] = [];
let narrator: Narrator;

beforeAll(() => {
  const file = join(dir, 'accounts.json');
  const account = {
    userName: 'ys-liaison1',
    role: 'liaisonOfficer',
    name: '王广平',
    subdistrictId: 'ys',
    password: 'x',
  };
  writeFileSync(file, JSON.stringify([account]));
  narrator = new Narrator((line) => lines.push(line), People.fromFile('http://127.0.0.1:9', file), names);
});
afterAll(() => rmSync(dir, { recursive: true }));

const told = (kind: string, text: string, extra: object = {}): string => {
  narrator.tell('迟办-金苑', { id: '1', at: '2026-11-23T09:49:13.000Z', kind, text, ...extra });
  return lines.at(-1)!.replaceAll(/ {2,}/g, ' | ');
};

describe('the demo tells', () => {
  it('when, who by role and name, and what, in Asia/Shanghai', () => {
    const actor = { userId: 'ys-liaison1', role: 'liaisonOfficer' };
    expect(told('accepted', '联络员受理，请委员报到', { actor })).toBe(
      '17:49:13 | 迟办-金苑 | 联络员 王广平 | 联络员受理，请委员报到',
    );
  });

  it('what a member or a department did, whose ids it knows by name', () => {
    expect(told('checkIn.confirmed.v1', '委员 YS-M09 确认报到', { details: { memberId: 'YS-M09' } })).toBe(
      '17:49:13 | 迟办-金苑 | 委员 吕广平 | 确认报到',
    );
    expect(told('task.acknowledged.v1', 'YS-CGJ 签收', { details: { departmentId: 'YS-CGJ' } })).toBe(
      '17:49:13 | 迟办-金苑 | 城管局 | 签收',
    );
  });

  it('what the clock did', () => {
    expect(told('card.red.v1', 'YS-CGJ 红牌：签收已到期', { details: { departmentId: 'YS-CGJ' } })).toBe(
      '17:49:13 | 迟办-金苑 | 系统 | 城管局 红牌：签收已到期',
    );
  });

  it('names in place of ids, and leaves numbers of matters alone', () => {
    expect(names.inText('YS05 的哨件 YS-2026-000123：YS-M09、YS-CGJ、YS-XYZ')).toBe(
      '金苑 的哨件 YS-2026-000123：吕广平、城管局、YS-XYZ',
    );
  });
});
