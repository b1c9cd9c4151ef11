import type { CloudEvent } from '@hsl/contracts/event';
import { Inbox } from '@hsl/kafka/inbox';
import { Controller, Logger } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { FindingsRepository } from '../findings/findings.repository.js';
import { MatterProjection } from './matter.projection.js';
import { MatterFileRepository } from './matter-file.repository.js';

/** Compares what is held here with the daily census of the owners of matters and tasks, and catches up (domain 4.6). */
@Controller()
export class CensusConsumer {
  private readonly logger = new Logger(CensusConsumer.name);

  constructor(
    private readonly inbox: Inbox,
    private readonly files: MatterFileRepository,
    private readonly matters: MatterProjection,
    private readonly findings: FindingsRepository,
  ) {}

  @EventPattern('whistle.census.v1')
  async onCensus(@Payload() event: CloudEvent<'whistle.census.v1'>): Promise<void> {
    const { subdistrictid, data, time } = event;
    await this.inbox.once(event, async (client) => {
      const held = await this.files.versions(
        client,
        data.matters.map(({ whistleId }) => whistleId),
      );
      for (const matter of data.matters) {
        if ((held.get(matter.whistleId) ?? 0) >= matter.version) continue;
        const behind = await this.matters.recount(client, subdistrictid, matter);
        if (!behind) continue;
        await this.findings.add(client, subdistrictid, { ...matter, foundAt: time, held: behind });
        this.logger.warn({
          ...{ whistleId: matter.whistleId, held: behind.version, version: matter.version },
          msg: 'was behind',
        });
      }
    });
  }

  @EventPattern('task.census.v1')
  async onTaskCensus(@Payload() event: CloudEvent<'task.census.v1'>): Promise<void> {
    const { subdistrictid, data, time } = event;
    await this.inbox.once(event, async (client) => {
      const ids = data.tasks.map(({ taskId }) => taskId);
      const held = await this.files.taskVersions(client, ids);
      for (const task of data.tasks) {
        if ((held.get(task.taskId) ?? 0) >= task.version) continue;
        const behind = await this.matters.recountTask(client, subdistrictid, task);
        if (!behind) continue;
        await this.findings.add(client, subdistrictid, { ...task, foundAt: time, held: behind });
        this.logger.warn({ taskId: task.taskId, held: behind.version, version: task.version, msg: 'was behind' });
      }
    });
  }
}
