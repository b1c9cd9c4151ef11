import { BaseRpcContext } from '@nestjs/microservices';

/** Where an event came from; `@Ctx() context: KafkaEventContext` in a handler. */
export interface KafkaPlace {
  topic: string;
  partition: number;
  offset: string;
  /** 1 for the first attempt. */
  attempt: number;
}

export class KafkaEventContext extends BaseRpcContext<[KafkaPlace]> {
  constructor(readonly place: KafkaPlace) {
    super([place]);
  }
}
