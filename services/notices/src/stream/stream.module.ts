import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox/inbox.module.js';
import { StreamController } from './stream.controller.js';
import { StreamHub } from './stream-hub.js';
import { StreamService } from './stream.service.js';
import { WakeListener } from './wake-listener.js';
import { WakePoll } from './wake-poll.js';

/** Server-sent events: a row of the inbox reaches open pages the moment it is there. */
@Module({
  imports: [InboxModule],
  controllers: [StreamController],
  providers: [StreamHub, StreamService, WakeListener, WakePoll],
})
export class StreamModule {}
