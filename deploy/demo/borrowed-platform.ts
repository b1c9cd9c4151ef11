import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, signalProcess } from '../local/bootstrap/process-identity.mjs';
import { ensurePlatform } from '../local/ensure-platform.js';
import { findRunningPlatform, type PlatformFile } from '../local/platform-file.js';

const STOPPED_WITHIN_MS = 25_000;

/**
 * Uses the platform that runs and leaves it running; if none does, starts one and stops it again afterwards.
 * @param keep leaves it running in either case
 */
export async function withPlatform<T>(keep: boolean, use: (platform: PlatformFile) => Promise<T>): Promise<T> {
  const wasRunning = findRunningPlatform() !== undefined;
  const platform = await ensurePlatform();
  if (wasRunning || keep) return use(platform);
  const interrupted = new Promise<never>((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => reject(new Error(`${signal}`)));
  });
  try {
    return await Promise.race([use(platform), interrupted]);
  } finally {
    await stop(platform);
  }
}

async function stop({ supervisor }: PlatformFile): Promise<void> {
  process.stderr.write('• 停止演示所启动的平台 …\n');
  signalProcess(supervisor, 'SIGTERM');
  for (const giveUpAt = Date.now() + STOPPED_WITHIN_MS; isRunning(supervisor) && Date.now() < giveUpAt;)
    await sleep(100);
  if (isRunning(supervisor)) process.stderr.write(`进程 ${supervisor.pid} 没有停下来，请用 npm run stop\n`);
}
