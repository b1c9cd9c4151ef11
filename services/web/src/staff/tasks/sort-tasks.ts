interface Owed {
  dueAt?: string;
  dispatchedAt: string;
}

/** What is owed comes first, the least time left on top; what is not owed follows, newest first. */
export const sortTasks = <T extends Owed>(tasks: readonly T[]): T[] =>
  tasks.toSorted((a, b) => {
    if (a.dueAt !== undefined && b.dueAt !== undefined) return a.dueAt.localeCompare(b.dueAt);
    if (a.dueAt !== undefined) return -1;
    return b.dueAt !== undefined ? 1 : b.dispatchedAt.localeCompare(a.dispatchedAt);
  });
