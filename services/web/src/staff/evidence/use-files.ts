import type { StoredFileList } from '@hsl/contracts/schemas/files';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../sign-in/session.js';

export const filesQuery = (address: string, enabled = true) => ({
  queryKey: ['files', address],
  queryFn: () => ask<StoredFileList>(address),
  enabled,
});

/** What lies on a thing, and how much more may. */
export const useFiles = (address: string) => useQuery(filesQuery(address));
