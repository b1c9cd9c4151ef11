import { DiskStore } from './disk-store.js';
import type { FileEnv } from './file-env.js';
import type { ObjectStore } from './object-store.js';

/** The client of S3 is large, so it is loaded only where there is a bucket. */
export async function storeOf(env: FileEnv): Promise<ObjectStore> {
  const { FILES_S3_BUCKET: bucket } = env;
  if (bucket === undefined) return new DiskStore(env.FILES_DIR);
  const { S3Store } = await import('./s3-store.js');
  return new S3Store(env, bucket);
}
