import { describe, expect, it } from '@jest/globals';
import { sortTasks } from './sort-tasks.js';

describe('tasks', () => {
  it('stand by the time left, those that are done after them', () => {
    const tasks = [
      { id: 'done early', dispatchedAt: '2026-11-01' },
      { id: 'next week', dueAt: '2026-12-04', dispatchedAt: '2026-11-03' },
      { id: 'late', dueAt: '2026-11-20', dispatchedAt: '2026-11-02' },
      { id: 'done late', dispatchedAt: '2026-11-09' },
    ];
    expect(sortTasks(tasks).map(({ id }) => id)).toEqual(['late', 'next week', 'done late', 'done early']);
  });
});
