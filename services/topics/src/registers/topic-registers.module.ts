import { RegistersModule } from '@hsl/registers/registers.module';
import { ACTIVITY_REGISTERS } from './activity.registers.js';
import { PAPER_REGISTERS } from './paper.registers.js';
import { SOLICITATION_REGISTERS } from './solicitation.registers.js';

/** What is asked of people, held with them, and written down. */
export const TopicRegisters = RegistersModule.forService({
  service: 'topics',
  registers: [...SOLICITATION_REGISTERS, ...ACTIVITY_REGISTERS, ...PAPER_REGISTERS],
  known: {
    community: 'SELECT 1 FROM community WHERE subdistrict_id = $1 AND community_id = $2',
    category: 'SELECT 1 FROM category WHERE subdistrict_id = $1 AND code = $2 AND active',
  },
});
